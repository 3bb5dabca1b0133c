import type { Order } from '../../orders/order';
import { differs, unless, type Check } from '../check';
import { findInEntry, isNoFee } from '../entry';
import { foldOf, sumOf, teachersOf, total, type Balances } from '../fold';
import { creditedOf, dividedAmong } from './division';
import { isUnderWay, takesBack } from './refunds';
import type { OrderCase } from './orderCase';

/** What an order's entries come to. */
const balancesOf = ({ entries }: OrderCase): Balances => foldOf(entries);

/** The share of the teacher of the whole price, rounded down, in fen. */
const wholeShare = ({ paid, coupon, teacherShare }: Order): number => {
  const base = (paid?.amount ?? 0) + (coupon?.fundedBy === 'platform' ? coupon.amount : 0);
  return Math.floor((base * teacherShare) / 10_000);
};

/** `share × returned / paid`, rounded down; exact also where the product of two large amounts is not. */
const shareReturned = (order: Order): number => {
  const paid = order.paid?.amount ?? 0;
  if (paid === 0) return 0;
  return Number((BigInt(wholeShare(order)) * BigInt(order.returned.amount)) / BigInt(paid));
};

/** What the teacher has of an order, in any of their accounts, is their share of what is left of the price. */
const findShare = (file: OrderCase): string[] => {
  const { order, refunds, entries } = file;
  const sold = order.item.kind === 'course' && entries.some(({ kind }) => kind === 'paid');
  const has = -sumOf(balancesOf(file), 'teacher:') || 0;
  return differs('what the teacher has', {
    is: has,
    wanted: sold ? wholeShare(order) - order.returned.teacher : creditedOf(file),
  }).concat(
    differs('what refunds took from the teacher', {
      is: order.returned.teacher,
      wanted: total(refunds.filter(takesBack), ({ split }) => split?.teacher ?? 0),
    }),
    findRounding(file),
  );
};

/** Shares are taken back in proportion to the fen; a refund that failed between others may leave one fen over. */
const findRounding = ({ order, refunds }: OrderCase): string[] => {
  if (order.item.kind === 'membership') return [];
  const failed = refunds.filter(({ status }) => status === 'failed').length;
  const off = Math.abs(order.returned.teacher - shareReturned(order));
  return unless(off <= failed, `refunds took ${off} fen too much or too little from the teacher`);
};

/** Money goes to the teacher who sold it, or to those a membership was divided among, and to nobody else. */
const findOtherTeachers = (file: OrderCase): string[] => {
  const { item, teacherId } = file.order;
  const entitled = item.kind === 'course' ? new Set([teacherId]) : dividedAmong(file);
  return teachersOf(Object.keys(balancesOf(file))).flatMap((each) =>
    unless(entitled.has(each), `${each} has money of ${[...entitled].join(', ')}`),
  );
};

/** What is owed to the buyer is what is on its way back to them. */
const findOwed = (file: OrderCase): string[] =>
  differs('what is owed to the buyer', {
    is: -(balancesOf(file)['refundPayable'] ?? 0) || 0,
    wanted: total(
      file.refunds.filter((refund) => isUnderWay(refund) && refund.origin !== 'external'),
      ({ amount }) => amount,
    ),
  });

const findSuspense = (file: OrderCase): string[] =>
  file.differences
    ? differs('what is in suspense', {
        is: -(balancesOf(file)['suspense'] ?? 0) || 0,
        wanted: total(file.differences, ({ suspense }) => suspense),
      })
    : [];

/** The sides on which the accounts of a single order must stand: +1 debit, −1 credit. */
const SIDES: readonly (readonly [prefix: string, side: 1 | -1])[] = [
  ['psp:', 1],
  ['refundPayable', -1],
  ['suspense', -1],
  ['membershipPool', -1],
  ['teachersDue', -1],
];

const findWrongSides = ({ entries }: OrderCase): string[] => {
  const balances = foldOf(entries.filter(isNoFee));
  return SIDES.flatMap(([prefix, side]) => {
    const balance = sumOf(balances, prefix);
    return unless(balance * side >= 0, `${prefix} stands at ${balance}`);
  });
};

/** Before it matures a share is held back whole; afterwards, and of a membership, nothing of it is. */
const findHold = (file: OrderCase): string[] => {
  const { item, matured, teacherId } = file.order;
  const free = matured !== undefined || item.kind === 'membership';
  const held = -(balancesOf(file)[`teacher:${teacherId}:pending`] ?? 0) || 0;
  const has = -sumOf(balancesOf(file), 'teacher:') || 0;
  return differs('what is held back of the share', { is: held, wanted: free ? 0 : has });
};

/** What is left of a membership's price in the pool is what is neither used up nor returned. */
const findPool = (file: OrderCase): string[] => {
  const { item, paid, earned = 0, returned } = file.order;
  const sold = item.kind === 'membership' && file.entries.some(({ kind }) => kind === 'paid');
  return differs('what is in the membership pool', {
    is: -(balancesOf(file)['membershipPool'] ?? 0) || 0,
    wanted: sold ? (paid?.amount ?? 0) - earned - returned.pool : 0,
  });
};

/** What an order's entries say, against what the order says. */
export const BOOK_CHECKS: readonly Check<OrderCase>[] = [
  { id: 'INV4', find: ({ entries }) => entries.flatMap(findInEntry) },
  { id: 'INV5', find: findPool },
  { id: 'INV6', find: findWrongSides },
  { id: 'INV11', find: findShare },
  { id: 'INV11', find: findHold },
  { id: 'INV11', find: findOtherTeachers },
  { id: 'INV21', find: findSuspense },
  { id: 'INV22', find: findOwed },
];
