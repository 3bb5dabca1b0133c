import { REFUNDS_UNDER_WAY } from '../../../shared/refunds/machine';
import type { EntryKind, JournalEntry } from '../../journal/journal';
import type { Refund } from '../../refunds/refund';
import { differs, unless, type Check } from '../check';
import { foldOf, total } from '../fold';
import type { OrderCase } from './orderCase';

/** Whether a refund was decided on and its money has not arrived. */
export const isUnderWay = ({ status }: Refund): boolean =>
  REFUNDS_UNDER_WAY.some((each) => each === status);

/** Whether a refund takes the price back, rather than returning money that bought nothing. */
export const takesBack = (refund: Refund): boolean =>
  refund.origin !== 'sendBack' && (isUnderWay(refund) || refund.status === 'succeeded');

const amountOf = ({ amount }: Refund): number => amount;

/** What the sums on an order say about its refunds is what its refunds say. */
const findSums = ({ order, refunds }: OrderCase): string[] => {
  const asked = refunds.filter(({ status }) => status !== 'rejected' && status !== 'failed');
  const arrived = refunds.filter(({ status }) => status === 'succeeded');
  const approved = refunds.filter(takesBack);
  const limit = order.paid?.amount ?? 0;
  return [
    ...differs('what is reserved', { is: order.reserved, wanted: total(asked, amountOf) }),
    ...differs('what is refunded', { is: order.refunded, wanted: total(arrived, amountOf) }),
    ...differs('what is returned', {
      is: order.returned.amount,
      wanted: total(approved, amountOf),
    }),
    ...unless(order.reserved <= limit, `${order.reserved} reserved of ${limit} paid`),
    ...differs('the number of refunds', {
      is: refunds.length,
      wanted: order.refundRequests.length,
    }),
  ];
};

/** Refunds are about this order and of its people. */
const findStrangers = ({ order, refunds }: OrderCase): string[] =>
  refunds.flatMap(({ _id, userId, teacherId, amount }) => [
    ...unless(amount > 0, `${_id} refunds nothing`),
    ...unless(userId === order.userId, `${_id} belongs to another buyer`),
    ...unless(teacherId === order.teacherId, `${_id} belongs to another teacher`),
  ]);

type RefundEntry = Extract<
  EntryKind,
  'refundApproved' | 'refundSucceeded' | 'refundFailed' | 'externalRefund'
>;

const REFUND_ENTRIES: readonly RefundEntry[] = [
  'refundApproved',
  'refundSucceeded',
  'refundFailed',
  'externalRefund',
];

/** The entries a refund has in each state. Money sent back was owed from the start, so it needs no approval. */
const wantedEntries = ({ origin, status }: Refund): readonly RefundEntry[] => {
  if (origin === 'external') return ['externalRefund'];
  const approval = origin === 'request' ? (['refundApproved'] as const) : [];
  if (status === 'requested' || status === 'rejected') return [];
  if (status === 'succeeded') return [...approval, 'refundSucceeded'];
  if (status === 'failed') return origin === 'request' ? [...approval, 'refundFailed'] : [];
  return approval;
};

const findEntries = (refund: Refund, entries: readonly JournalEntry[]): string[] => {
  const wanted = wantedEntries(refund);
  return REFUND_ENTRIES.flatMap((kind) =>
    differs(`the number of entries ${kind} of ${refund._id}`, {
      is: entries.filter((entry) => entry.kind === kind).length,
      wanted: wanted.includes(kind) ? 1 : 0,
    }),
  );
};

/** Success takes exactly the amount out; a failure leaves nothing of the approval. */
const findUndone = (refund: Refund, entries: readonly JournalEntry[]): string[] => {
  const owed = foldOf(entries)['refundPayable'] ?? 0;
  const wanted = refund.origin === 'request' && isUnderWay(refund) ? -refund.amount : 0;
  const sentBack = refund.origin === 'sendBack' && refund.status === 'succeeded';
  return differs(`what ${refund._id} leaves owed`, {
    is: owed,
    wanted: sentBack ? refund.amount : wanted,
  });
};

/** Each refund has the entries of its state; no entry speaks of a refund that is not there. */
const findRefundEntries = ({ refunds, entries }: OrderCase): string[] => {
  const known = new Set(refunds.map(({ _id }) => _id));
  return [
    ...refunds.flatMap((refund) => {
      const own = entries.filter(({ refundId }) => refundId === refund._id);
      return [...findEntries(refund, own), ...findUndone(refund, own)];
    }),
    ...entries.flatMap(({ refundId, kind }) =>
      unless(refundId === undefined || known.has(refundId), `${kind} of no refund ${refundId}`),
    ),
  ];
};

const DAY_MS = 24 * 60 * 60_000;

/** A refund that takes long is known to somebody, and comes up by itself again. */
const findForgotten = ({ refunds, differences }: OrderCase, now: number): string[] =>
  refunds.filter(isUnderWay).flatMap((refund) => {
    const since = refund.history.at(-1)?.at ?? refund.askedAt;
    const told = differences?.some(({ refundId }) => refundId === refund._id) ?? false;
    return [
      ...unless(now - since <= DAY_MS || told, `${refund._id} is ${refund.status} since ${since}`),
      ...unless(refund.checkAt !== undefined, `${refund._id} is looked at by nobody`),
    ];
  });

/** Money on its way back. */
export const REFUND_CHECKS: readonly Check<OrderCase>[] = [
  { id: 'INV7', find: findSums },
  { id: 'INV7', find: findStrangers },
  { id: 'INV8', find: findRefundEntries },
  { id: 'INV9', find: findForgotten },
];
