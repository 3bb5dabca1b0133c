import type * as z from 'zod';
import type { Document } from '../../database';
import type { Difference } from '../../differences/difference';
import type { EarnerAccount } from '../../earnings/earnerAccounts';
import type { JournalEntry } from '../../journal/journal';
import type { Seal } from '../../journal/seals';
import type { MemberStudy } from '../../learning/memberStudy';
import type { Claim } from '../../offers/claim';
import type { Coupon } from '../../offers/coupon';
import type { CodeBatch, RedeemCode } from '../../offers/redeemCode';
import type { Order } from '../../orders/order';
import type { Payout } from '../../payouts/payout';
import type { Pool } from '../../pools/pool';
import type { Proposal } from '../../proposals/proposal';
import type { Reconciliation } from '../../reconciliation/reconciliation';
import type { Refund } from '../../refunds/refund';
import type { Violation } from '../check';
import { dayShape, differenceShape, entryShape, proposalShape, sealShape } from './books';
import { batchShape, claimShape, codeShape, couponShape, poolShape } from './offers';
import { orderShape, refundShape } from './orders';
import { memberStudyShape, payoutShape, earnerAccountShape } from './earners';

type SameFields<One, Other> = [keyof One, keyof Other] extends [keyof Other, keyof One]
  ? unknown
  : never;

/** The schema of a document type; it does not compile with a field too many or too few. */
const shapeOf =
  <Doc>() =>
  <Shape extends z.ZodObject>(shape: Shape & SameFields<Doc, z.output<Shape>>): Shape =>
    shape;

/** The schema of every collection about money: nothing else may be in its documents. */
export const SHAPES = {
  orders: shapeOf<Order>()(orderShape),
  refunds: shapeOf<Refund>()(refundShape),
  journal: shapeOf<JournalEntry>()(entryShape),
  seals: shapeOf<Seal>()(sealShape),
  seatPools: shapeOf<Pool>()(poolShape),
  coupons: shapeOf<Coupon>()(couponShape),
  couponPools: shapeOf<Pool>()(poolShape),
  couponClaims: shapeOf<Claim>()(claimShape),
  codeBatches: shapeOf<CodeBatch>()(batchShape),
  redeemCodes: shapeOf<RedeemCode>()(codeShape),
  earnerAccounts: shapeOf<EarnerAccount>()(earnerAccountShape),
  payouts: shapeOf<Payout>()(payoutShape),
  differences: shapeOf<Difference>()(differenceShape),
  proposals: shapeOf<Proposal>()(proposalShape),
  memberStudy: shapeOf<MemberStudy>()(memberStudyShape),
  reconciliations: shapeOf<Reconciliation>()(dayShape),
} as const;

export type Shaped = keyof typeof SHAPES;

/** What of a document is not as its collection's schema says. */
export const auditShape = (collection: Shaped, document: Document): Violation[] => {
  const parsed = SHAPES[collection].safeParse(document);
  return (parsed.error?.issues ?? []).map(({ path, message }) => ({
    id: 'INV30',
    subject: document._id,
    found: `${collection}.${path.join('.')}: ${message}`,
  }));
};
