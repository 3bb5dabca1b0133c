import { messages } from '../../shared/messages';
import { add, ZERO, type Fen } from '../../shared/money';
import type { Balances } from '../../shared/payouts/contract';
import { obstacleTo } from '../../shared/payouts/obstacle';
import { LEAST_PAYOUT, maskedAccount, METHOD_OF, usableFrom } from '../../shared/payouts/payee';
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

/** A teacher's money as they see it. */
export const balancesOf = (
  account: TeacherAccount,
  { pending, methods, now }: { pending: Fen; methods: Transfers['methods']; now: number },
): Balances => {
  const obstacle = obstacleTo({ account, methods, now });
  const { available, receivable, inTransit, payee } = account;
  return {
    view: 'balances',
    pending,
    available,
    receivable,
    inTransit,
    ...(payee && { payee: shownPayee(payee) }),
    payees: (['bank', 'wechat'] as const).filter((kind) => methods.includes(METHOD_OF[kind])),
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
