import { earn } from '../../shared/ledger/earner';
import type { TeacherPart } from '../../shared/ledger/membership';
import type { Changes, Transaction } from '../database';
import { post, type JournalEntry } from '../journal/journal';
import type { Dividing, Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import type { Ports } from '../ports';
import { purseOf, earnerAccountsIn } from './earnerAccounts';

/** The parts of a division that are money: who was studied with too briefly for a fen gets none. */
export const toCredit = ({ parts }: { readonly parts: readonly TeacherPart[] }): TeacherPart[] =>
  parts.filter(({ amount }) => amount > 0);

/** What an order says once nothing of a period is left to be done: when it is next reckoned, if ever. */
export const laterAt = (nextAt: number | undefined): Changes =>
  nextAt === undefined ? { unset: ['earnAt'] } : { set: { earnAt: nextAt } };

type Crediting = { readonly order: Order; readonly dividing: Dividing; readonly now: number };

/**
 * E15: credits the next teacher of a period that was divided, in an entry of their own, and whether there is one more.
 * The entry of the division says who and how much; nothing is reckoned again.
 */
export const creditNext = async (
  tx: Transaction,
  ids: Ports['ids'],
  { order, dividing, now }: Crediting,
): Promise<boolean> => {
  const { entryId, credited, nextAt } = dividing;
  const parts = toCredit(await divisionOf(tx, entryId));
  const part = parts[credited];
  if (!part) throw new Error(`${entryId} names no teacher ${credited}`);
  const isLast = credited + 1 === parts.length;
  const { unset = [], set } = isLast
    ? laterAt(nextAt)
    : { set: { dividing: { ...dividing, credited: credited + 1 } } };
  const over = isLast ? ['dividing'] : [];
  await ordersIn(tx).amend(order, { ...(set && { set }), unset: [...unset, ...over] });
  const accounts = earnerAccountsIn(tx);
  const account = await accounts.get(part.teacherId);
  const { purse, lines } = earn(purseOf(account), part.amount);
  await accounts.keep(account, purse);
  await post(tx, ids, {
    kind: 'membershipCredited',
    key: `${entryId}:${part.teacherId}`,
    orderId: order._id,
    after: entryId,
    at: now,
    lines,
  });
  return !isLast;
};

const divisionOf = async (tx: Transaction, entryId: string) => {
  const entry = await tx.get<JournalEntry>('journal', entryId);
  if (!entry?.division) throw new Error(`${entryId} divides nothing`);
  return entry.division;
};
