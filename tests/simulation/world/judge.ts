import type { Violation as Broken } from '../../../server/audit/check';
import { auditOrder } from '../../../server/audit/order';
import type { OpenDifference, OrderCase } from '../../../server/audit/order/orderCase';
import { holderOf } from '../../../server/access/holder';
import type { User } from '../../../server/accounts/user';
import type { JournalEntry } from '../../../server/journal/journal';
import type { Order } from '../../../server/orders/order';
import type { Refund } from '../../../server/refunds/refund';

/** Something that is not as the shop promises. */
export type Violation = { readonly id: string; readonly subject: string; readonly found: string };

type Difference = OpenDifference & {
  readonly _id: string;
  readonly orderId?: string;
  readonly transactionId?: string;
  readonly status: 'open' | 'resolved';
};

type Doc = { readonly _id: string };

/** What was agreed when an order was made; nothing may change it. */
const FROZEN = [
  'userId',
  'openid',
  'listPrice',
  'payable',
  'teacherId',
  'teacherShare',
  'days',
  'expiresAt',
  'createdAt',
] as const satisfies readonly (keyof Order)[];

/** Whether an order names the same affiliate, with the same share, as before. */
const isSame = (one: Order['affiliate'], other: Order['affiliate']): boolean =>
  one?.userId === other?.userId && one?.share === other?.share;

/** Looks at every document about money as soon as it is committed, and at all of them at the end. */
export class Judge {
  readonly orders = new Map<string, Order>();
  readonly refunds = new Map<string, Refund>();
  readonly journal = new Map<string, JournalEntry>();
  readonly users = new Map<string, User>();
  readonly differences = new Map<string, Difference>();
  readonly notices = new Map<string, Doc & { title: string; page: string; body: string }>();
  /** How many case files were looked at. */
  looks = 0;
  readonly violations: Violation[] = [];
  private readonly dirty = new Set<string>();
  private readonly byOrder = new Map<string, { refunds: Set<string>; entries: Set<string> }>();

  private readonly shelves: Readonly<Record<string, Map<string, never>>> = {
    orders: this.orders as never,
    refunds: this.refunds as never,
    journal: this.journal as never,
    users: this.users as never,
    differences: this.differences as never,
    notices: this.notices as never,
  };

  /** Notes a document that was written, or that it is gone; says what no single state can show. */
  note(collection: string, id: string, doc: Doc | undefined): void {
    const shelf = this.shelves[collection];
    if (!shelf) return;
    if (collection === 'orders') this.compare(this.orders.get(id), doc as Order | undefined);
    if (collection === 'journal' && this.journal.has(id)) {
      this.blame('R8', id, 'an entry was written again');
    }
    if (doc) shelf.set(id, doc as never);
    else shelf.delete(id);
    this.markDirty(collection, id, doc);
  }

  private markDirty(collection: string, id: string, doc: Doc | undefined): void {
    if (collection === 'orders') this.dirty.add(id);
    const orderId = (doc as { orderId?: string } | undefined)?.orderId;
    if (orderId === undefined) return;
    this.dirty.add(orderId);
    if (collection === 'refunds') this.ofOrder(orderId).refunds.add(id);
    if (collection === 'journal') this.ofOrder(orderId).entries.add(id);
  }

  private ofOrder(orderId: string) {
    const known = this.byOrder.get(orderId);
    if (known) return known;
    const fresh = { refunds: new Set<string>(), entries: new Set<string>() };
    this.byOrder.set(orderId, fresh);
    return fresh;
  }

  /** Looks at everything that was written since the last look. True when nothing is wrong. */
  lookAtChanged(now: number): boolean {
    for (const orderId of this.dirty) this.lookAtOrder(orderId, { now, quiet: false });
    this.dirty.clear();
    return this.violations.length === 0;
  }

  /** Looks at every order with all that belongs to it. */
  lookAtOrders(
    moment: { now: number; quiet: boolean },
    truth?: (orderId: string) => OrderCase['provider'],
  ): void {
    for (const orderId of this.orders.keys()) this.lookAtOrder(orderId, moment, truth?.(orderId));
  }

  /** Takes what somebody else found. */
  take(broken: readonly Broken[]): void {
    this.looks += 1;
    this.violations.push(...broken);
  }

  /** Says that something is wrong. */
  blame(id: string, subject: string, found: string): void {
    this.violations.push({ id, subject, found });
  }

  private lookAtOrder(
    orderId: string,
    moment: { now: number; quiet: boolean },
    provider?: OrderCase['provider'],
  ): void {
    const order = this.orders.get(orderId);
    if (!order) return;
    const { refunds, entries } = this.ofOrder(orderId);
    const holder = this.users.get(holderOf(order) ?? '');
    const differences = [...this.differences.values()].filter(
      (each) => each.orderId === orderId && each.status === 'open',
    );
    const file: OrderCase = {
      order,
      refunds: [...refunds].flatMap((id) => this.refunds.get(id) ?? []),
      entries: [...entries].flatMap((id) => this.journal.get(id) ?? []),
      differences,
      ...(holder && { holder }),
      ...(provider && { provider }),
    };
    this.take(auditOrder(file, moment));
  }

  private compare(before: Order | undefined, after: Order | undefined): void {
    if (!before) return;
    if (!after) return this.blame('INV24', before._id, 'an order was removed');
    const changed: string[] = FROZEN.filter((field) => before[field] !== after[field]);
    if (!isSame(before.affiliate, after.affiliate)) changed.push('affiliate');
    if (changed.length > 0) this.blame('INV25', after._id, `changed: ${changed.join()}`);
    const kept = before.history.every((line, at) => after.history[at]?.event === line.event);
    if (!kept) this.blame('INV24', after._id, 'its history was rewritten');
  }
}
