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
import { above, one, type Database, type Read } from '../database';
import type { Order } from '../orders/order';
import { readPage, type Listing } from '../paging';
import type { Transfers } from '../transfers';
import { keptCommissionOf, keptShareOf } from './maturing';
import type { SetPayee, EarnerAccount } from './earnerAccounts';

/** How somebody may earn by an order: where the order names them, and what of it is theirs. */
const WAYS_TO_EARN = [
  { field: 'teacherId', kept: keptShareOf },
  { field: 'affiliate.userId', kept: keptCommissionOf },
] as const;

/** Somebody's sales that are still held back, with what their shares are reckoned from. */
const heldBack = (where: Listing['where']): Listing => ({
  collection: 'orders',
  where,
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
    'affiliate',
    'returned',
    'maturesAt',
  ],
});

/** The read of a sale whose commission is still held back for somebody. */
export const heldBackFor = (affiliateId: string): Read<Order, false> =>
  one<Order>('orders', { 'affiliate.userId': affiliateId, maturesAt: above(0) });

const sumOver = async (
  db: Database,
  listing: Listing,
  amountOf: (order: Order) => Fen,
): Promise<Fen> => {
  let sum = ZERO;
  let cursor: string | undefined;
  do {
    const page = await readPage<Order>(db, listing, cursor);
    sum = add(sum, ...page.items.map(amountOf));
    cursor = page.next;
  } while (cursor !== undefined);
  return sum;
};

/** What sales that are still held back will bring somebody, in fen: the sum over the orders themselves. */
export const pendingOf = async (db: Database, earnerId: string): Promise<Fen> =>
  add(
    ...(await Promise.all(
      WAYS_TO_EARN.map(({ field, kept }) => sumOver(db, heldBack({ [field]: earnerId }), kept)),
    )),
  );

type Around = {
  readonly pending: Fen;
  /** Fen that can be paid out of orders now; only counts for a payee paid by 分账. */
  readonly shareable: Fen;
  readonly methods: Transfers['methods'];
  /** What the shop gives affiliates, in basis points. */
  readonly affiliateShare: number;
  readonly now: number;
};

/** Somebody's earnings as they see them. */
export const balancesOf = (
  account: EarnerAccount,
  { pending, shareable, methods, affiliateShare, now }: Around,
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
    affiliateShare,
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
