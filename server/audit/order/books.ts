import type { Order } from '../../orders/order';
import { differs, unless, type Check } from '../check';
import { findInEntry, isNoFee } from '../entry';
import { foldOf, sumOf, earnersOf, total, type Balances } from '../fold';
import { creditedOf, dividedAmong } from './division';
import { isUnderWay, takesBack } from './refunds';
import type { OrderCase } from './orderCase';

/** What an order's entries come to. */
const balancesOf = ({ entries }: OrderCase): Balances => foldOf(entries);

/** Somebody with a part of a sale: what of the price is theirs, in basis points, and what refunds took back. */
type Earner = {
  readonly name: 'teacher' | 'affiliate';
  readonly userId: string;
  readonly share: number;
};

/** Those who earn by the sale of a course. */
const earnersOfSale = ({ teacherId, teacherShare, affiliate }: Order): Earner[] => [
  { name: 'teacher', userId: teacherId, share: teacherShare },
  ...(affiliate ? [{ name: 'affiliate', ...affiliate } as const] : []),
];

/** An earner's share of the whole price, rounded down, in fen. */
const wholeShare = ({ paid, coupon }: Order, { share }: Earner): number => {
  const base = (paid?.amount ?? 0) + (coupon?.fundedBy === 'platform' ? coupon.amount : 0);
  return Math.floor((base * share) / 10_000);
};

/** `share × returned / paid`, rounded down; exact also where the product of two large amounts is not. */
const shareReturned = (order: Order, earner: Earner): number => {
  const paid = order.paid?.amount ?? 0;
  if (paid === 0) return 0;
  const share = BigInt(wholeShare(order, earner));
  return Number((share * BigInt(order.returned.amount)) / BigInt(paid));
};

/** What an earner has of an order in all of their accounts, or in one of them. */
const hasOf = (file: OrderCase, { userId }: Pick<Earner, 'userId'>, bucket = ''): number =>
  -sumOf(balancesOf(file), `earner:${userId}:${bucket}`) || 0;

/** What each earner has of an order, in any of their accounts, is their share of what is left of the price. */
const findShares = (file: OrderCase): string[] => {
  const { order, refunds, entries } = file;
  if (order.item.kind === 'membership') {
    const has = -sumOf(balancesOf(file), 'earner:') || 0;
    return differs('what the teachers have', { is: has, wanted: creditedOf(file) });
  }
  const sold = entries.some(({ kind }) => kind === 'paid');
  return earnersOfSale(order).flatMap((earner) => {
    const { name } = earner;
    const returned = order.returned[name];
    return [
      ...differs(`what the ${name} has`, {
        is: hasOf(file, earner),
        wanted: sold ? wholeShare(order, earner) - returned : 0,
      }),
      ...differs(`what refunds took from the ${name}`, {
        is: returned,
        wanted: total(refunds.filter(takesBack), ({ split }) => split?.[name] ?? 0),
      }),
      ...findRounding(order, refunds, earner),
    ];
  });
};

/** Shares are taken back in proportion to the fen; a refund that failed between others may leave one fen over. */
const findRounding = (order: Order, refunds: OrderCase['refunds'], earner: Earner): string[] => {
  const failed = refunds.filter(({ status }) => status === 'failed').length;
  const off = Math.abs(order.returned[earner.name] - shareReturned(order, earner));
  return unless(
    off <= failed,
    `refunds took ${off} fen too much or too little from the ${earner.name}`,
  );
};

/** Money goes to those who earn by the sale, or to those a membership was divided among, and to nobody else. */
const findOtherEarners = (file: OrderCase): string[] => {
  const { order } = file;
  const entitled =
    order.item.kind === 'course'
      ? new Set(earnersOfSale(order).map(({ userId }) => userId))
      : dividedAmong(file);
  return earnersOf(Object.keys(balancesOf(file))).flatMap((each) =>
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

/** Before it matures each share is held back whole; afterwards, and of a membership, nothing is. */
const findHold = (file: OrderCase): string[] => {
  const { order } = file;
  if (order.item.kind === 'membership') return [];
  return earnersOfSale(order).flatMap((earner) =>
    differs(`what is held back of the ${earner.name}’s share`, {
      is: hasOf(file, earner, 'pending'),
      wanted: order.matured ? 0 : hasOf(file, earner),
    }),
  );
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
  { id: 'INV11', find: findShares },
  { id: 'INV11', find: findHold },
  { id: 'INV11', find: findOtherEarners },
  { id: 'INV21', find: findSuspense },
  { id: 'INV22', find: findOwed },
];
