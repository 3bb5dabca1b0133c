import type { Line } from '../../shared/ledger/accounts';
import {
  credit,
  creditPending,
  draw,
  drawPending,
  type Moved,
  type Purse,
} from '../../shared/ledger/earner';
import type { Split } from '../../shared/ledger/sold';
import type { Fen } from '../../shared/money';
import type { Transaction } from '../database';
import type { Order } from '../orders/order';
import { purseOf, earnerAccountsIn } from './earnerAccounts';

type Sale = Pick<Order, 'teacherId' | 'affiliate' | 'matured'>;
type Parts = Pick<Split, 'teacher' | 'affiliate'>;

/** Whose parts of a refund they are; nobody's are left out. */
const borneBy = ({ teacherId, affiliate }: Sale, parts: Parts): (readonly [string, Fen])[] =>
  (
    [
      [teacherId, parts.teacher],
      [affiliate?.userId ?? '', parts.affiliate],
    ] as const
  ).filter(([, amount]) => amount > 0);

const moveAvailable = async (
  tx: Transaction,
  earnerId: string,
  move: (purse: Purse) => Moved,
): Promise<Line[]> => {
  const accounts = earnerAccountsIn(tx);
  const account = await accounts.get(earnerId);
  const { purse, lines } = move(purseOf(account));
  await accounts.keep(account, purse);
  return lines;
};

type Way = {
  readonly heldBack: (earnerId: string, amount: Fen) => Line[];
  readonly available: (purse: Purse, amount: Fen) => Moved;
};

/** One after another, for each reads and writes an account in the same transaction. */
const moveEach = async (
  tx: Transaction,
  { sale, parts }: { readonly sale: Sale; readonly parts: Parts },
  { heldBack, available }: Way,
): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const [earnerId, amount] of borneBy(sale, parts)) {
    const moved = sale.matured
      ? await moveAvailable(tx, earnerId, (purse) => available(purse, amount))
      : heldBack(earnerId, amount);
    lines.push(...moved);
  }
  return lines;
};

/**
 * Takes the earners' parts of a refund from where they are: from what is held back, or once the order has matured from
 * what is available, and beyond that as a debt. Gives the lines for the journal.
 */
export const debitEarners = (tx: Transaction, sale: Sale, parts: Parts): Promise<Line[]> =>
  moveEach(tx, { sale, parts }, { heldBack: drawPending, available: draw });

/** Gives the earners' parts of a refund that failed back, to where they belong now. Gives the lines for the journal. */
export const creditEarners = (tx: Transaction, sale: Sale, parts: Parts): Promise<Line[]> =>
  moveEach(tx, { sale, parts }, { heldBack: creditPending, available: credit });
