import type { Claim } from '../../offers/claim';
import type { Order } from '../../orders/order';
import type { Pool } from '../../pools/pool';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';

/** One claim on a coupon, the order that has it, and whether a piece of the stock is its own. */
export type ClaimCase = {
  readonly claim: Claim;
  readonly order?: Pick<Order, '_id' | 'status' | 'coupon'>;
  readonly pool?: Pick<Pool, 'holders'>;
};

/** The order a claim says it is held by. */
export const holderOfClaim = ({ heldBy }: Pick<Claim, 'heldBy'>): string =>
  heldBy.split('#')[0] ?? '';

const USED_BY: readonly Order['status'][] = ['paid', 'partiallyRefunded'];
const RESERVED_BY: readonly Order['status'][] = [
  'reserving',
  'pending',
  'closing',
  'late',
  'review',
];

const mayHold = (state: Claim['state'], status: Order['status']): boolean =>
  (state === 'used' && USED_BY.includes(status)) ||
  (state === 'reserved' && RESERVED_BY.includes(status));

const findHolder = ({ claim, order }: ClaimCase): string[] => {
  const { _id, state, heldBy } = claim;
  const free = state === 'asked' || state === 'claimed';
  if (free) return differs('what holds it', { is: heldBy, wanted: '' });
  if (order?.coupon?.claimId !== _id) return [`${heldBy} has it ${state} and knows nothing of it`];
  return [
    ...unless(mayHold(state, order.status), `it is ${state} by an order that is ${order.status}`),
    ...differs('what holds it', { is: heldBy, wanted: `${order._id}#${order.coupon.hold}` }),
  ];
};

/** Everybody who has a coupon has a piece of its stock. */
const findStock = ({ claim, pool }: ClaimCase): string[] =>
  unless(
    claim.state === 'asked' || (pool?.holders.includes(claim._id) ?? false),
    'it has no piece of the stock',
  );

const CLAIM_CHECKS: readonly Check<ClaimCase>[] = [
  { id: 'INV16', find: findHolder },
  { id: 'INV16', find: findStock },
];

/** Everything that is wrong with one claim on a coupon. */
export const auditClaim = (caseFile: ClaimCase, moment: Moment): Violation[] =>
  examine(CLAIM_CHECKS, { subject: caseFile.claim._id, caseFile, moment });
