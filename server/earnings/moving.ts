import type { Line } from '../../shared/ledger/accounts';
import {
  credit,
  creditPending,
  draw,
  drawPending,
  type Moved,
  type Purse,
} from '../../shared/ledger/teacher';
import type { Fen } from '../../shared/money';
import type { Transaction } from '../database';
import type { Order } from '../orders/order';
import { purseOf, teacherAccountsIn } from './teacherAccounts';

type Sale = Pick<Order, 'teacherId' | 'matured'>;

const moveAvailable = async (
  tx: Transaction,
  teacherId: string,
  move: (purse: Purse) => Moved,
): Promise<Line[]> => {
  const accounts = teacherAccountsIn(tx);
  const account = await accounts.get(teacherId);
  const { purse, lines } = move(purseOf(account));
  await accounts.keep(account, purse);
  return lines;
};

/**
 * Takes a teacher's part of a refund from where it is: from what is held back, or once the order has matured from what
 * is available, and beyond that as a debt. Gives the lines for the journal.
 */
export const debitTeacher = async (tx: Transaction, sale: Sale, amount: Fen): Promise<Line[]> => {
  if (amount === 0) return [];
  return sale.matured
    ? moveAvailable(tx, sale.teacherId, (purse) => draw(purse, amount))
    : drawPending(sale.teacherId, amount);
};

/** Gives a teacher's part of a refund that failed back, to where it belongs now. Gives the lines for the journal. */
export const creditTeacher = async (tx: Transaction, sale: Sale, amount: Fen): Promise<Line[]> => {
  if (amount === 0) return [];
  return sale.matured
    ? moveAvailable(tx, sale.teacherId, (purse) => credit(purse, amount))
    : creditPending(sale.teacherId, amount);
};
