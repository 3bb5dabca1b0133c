import { messages } from '../../shared/messages';
import { add, ZERO, type Fen } from '../../shared/money';
import type { Balances } from '../../shared/payouts/contract';
import { obstacleTo } from '../../shared/payouts/obstacle';
import {
  LEAST_PAYOUT,
  maskedAccount,
  METHOD_OF,
  PAYEE_KINDS,
  usableFrom,
} from '../../shared/payouts/payee';
import type { Database } from '../database';
import type { Order } from '../orders/order';
import { readPage, type Listing } from '../paging';
import type { Transfers } from '../transfers';
import { keptShareOf } from './maturing';
import type { SetPayee, TeacherAccount } from './teacherAccounts';

/** A teacher's sales that are still held back, with what their shares are reckoned from. */
const heldBack = (teacherId: string): Listing => ({
  collection: 'orders',
  where: { teacherId },
  sortBy: 'maturesAt',
  direction: 'asc',
  size: 900,
  fields: [
    'item',
    'teacherId',
    'payable',
    'paid',
    'coupon',
    'teacherShare',
    'returned',
    'maturesAt',
  ],
});

/** What a teacher's sales that are still held back will bring, in fen: the sum over the orders themselves. */
export const pendingOf = async (db: Database, teacherId: string): Promise<Fen> => {
  let sum = ZERO;
  let cursor: string | undefined;
  do {
    const page = await readPage<Order>(db, heldBack(teacherId), cursor);
    sum = add(sum, ...page.items.map(keptShareOf));
    cursor = page.next;
  } while (cursor !== undefined);
  return sum;
};

type Around = {
  readonly pending: Fen;
  /** Fen that can be paid out of orders now; only counts for a payee paid by 分账. */
  readonly shareable: Fen;
  readonly methods: Transfers['methods'];
  readonly now: number;
};

/** A teacher's money as they see it. */
export const balancesOf = (
  account: TeacherAccount,
  { pending, shareable, methods, now }: Around,
): Balances => {
  const obstacle = obstacleTo({ account, shareable, methods, now });
  const { available, receivable, inTransit, payee } = account;
  return {
    view: 'balances',
    pending,
    available,
    receivable,
    inTransit,
    ...(payee && { payee: shownPayee(payee) }),
    payees: PAYEE_KINDS.filter((kind) => methods.includes(METHOD_OF[kind])),
    ...(payee?.method === 'sharing' && { shareable }),
    leastPayout: LEAST_PAYOUT,
    ...(obstacle && { obstacle: messages[obstacle] }),
  };
};

const shownPayee = (payee: SetPayee): NonNullable<Balances['payee']> => ({
  method: payee.method,
  realName: payee.realName,
  ...(payee.method === 'bank' && {
    bankName: payee.bankName,
    account: maskedAccount(payee.account),
  }),
  usableFrom: usableFrom(payee),
});
