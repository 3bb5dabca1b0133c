import { formatYuan, type Fen } from '../../shared/money';
import { differencesOf } from '../differences/differences';
import type { Order } from '../orders/order';
import { ordersBy, ordersPaidTo } from '../orders/orders';
import { readPage, type Listing } from '../paging';
import type { Refund } from '../refunds/refund';
import { refundsSubmitted } from '../refunds/refunds';
import { endOf, startOf } from './days';
import type { Bookkeeper } from './lineDoor';
import type { ProviderDay } from './reconciliations';

/** Money we say moved at a provider on a day, and that none of its bills had. */
type Unbilled = {
  readonly orderId: string;
  readonly refundId?: string;
  readonly transactionId?: string;
  readonly amount: Fen;
};

/** Every document of a listing that is sorted by time, within a day. */
const ofDay = async <Doc extends { readonly _id: string }>(
  { db }: Pick<Bookkeeper, 'db'>,
  { listing, date, atOf }: { listing: Listing; date: string; atOf: (doc: Doc) => number },
): Promise<Doc[]> => {
  const docs: Doc[] = [];
  let cursor: string | undefined = `${startOf(date) - 1}.zzzz`;
  do {
    const page: { items: Doc[]; next?: string } = await readPage<Doc>(db, listing, cursor);
    const inside = page.items.filter((doc) => atOf(doc) < endOf(date));
    docs.push(...inside);
    cursor = inside.length < page.items.length ? undefined : page.next;
  } while (cursor !== undefined);
  return docs;
};

const unbilledPayments = async (
  ports: Bookkeeper,
  { provider, date }: ProviderDay,
): Promise<Unbilled[]> => {
  const listing = ordersPaidTo(provider);
  const atOf = ({ paid }: Order) => paid?.at ?? 0;
  const orders = await ofDay<Order>(ports, { listing, date, atOf });
  return orders.flatMap(({ _id: orderId, paid, billedOn }) =>
    paid && paid.amount > 0 && !billedOn
      ? [{ orderId, transactionId: paid.transactionId, amount: paid.amount }]
      : [],
  );
};

const unbilledRefunds = async (
  ports: Bookkeeper,
  { provider, date }: ProviderDay,
): Promise<Unbilled[]> => {
  const atOf = ({ submittedAt = 0 }: Refund) => submittedAt;
  const all = await ofDay<Refund>(ports, { listing: refundsSubmitted, date, atOf });
  const missing = all.filter(({ billedOn }) => !billedOn);
  if (missing.length === 0) return [];
  const { orders } = await ports.db.together({
    orders: ordersBy(missing.slice(0, 1000).map(({ orderId }) => orderId)),
  });
  const ofProvider = new Set(
    orders.filter(({ payTo }) => payTo?.provider === provider).map(({ _id }) => _id),
  );
  return missing
    .filter(({ orderId }) => ofProvider.has(orderId))
    .map(({ _id: refundId, orderId, amount }) => ({ orderId, refundId, amount }));
};

const keyOf = ({ provider }: ProviderDay, { orderId, refundId, transactionId }: Unbilled) =>
  `${provider}:${orderId}:${refundId ?? transactionId ?? ''}`;

/** Opens a difference for all we have of a day that the provider's bills have not. Safe to repeat; gives how many. */
export const noteMissingThere = async (
  ports: Bookkeeper,
  day: ProviderDay,
  now: number,
): Promise<number> => {
  const unbilled = [
    ...(await unbilledPayments(ports, day)),
    ...(await unbilledRefunds(ports, day)),
  ];
  for (const missing of unbilled) {
    const { amount, ...about } = missing;
    const what = missing.refundId === undefined ? '付款' : '退款';
    await differencesOf(ports.db, ports.ids).note({
      kind: 'missingThere',
      key: keyOf(day, missing),
      at: now,
      provider: day.provider,
      ...about,
      detail: `本店 ${day.date} 的${what} ¥${formatYuan(amount)}，两天后仍不在账单中`,
    });
  }
  return unbilled.length;
};
