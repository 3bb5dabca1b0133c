import type { Document } from '../../database';
import type { Difference } from '../../differences/difference';
import type { Coupon } from '../../offers/coupon';
import type { CodeBatch, RedeemCode } from '../../offers/redeemCode';
import type { MemberStudy } from '../../learning/memberStudy';
import { many, oneOf } from '../../database';
import type { Order } from '../../orders/order';
import type { Pool } from '../../pools/pool';
import type { Proposal } from '../../proposals/proposal';
import type { Reconciliation } from '../../reconciliation/reconciliation';
import type { Refund } from '../../refunds/refund';
import { auditDay } from '../day';
import { auditPool } from '../pool';
import { auditProposal } from '../proposal';
import { auditRefund } from '../refund';
import { auditStudy } from '../study';
import { auditShape, type Shaped } from '../shape';
import { MOST, readMany, stageOf, type Stage } from './stage';

/** A collection whose documents are looked at one by one. */
const alone = <Doc extends Document>(
  collection: Shaped,
  audit: (doc: Doc, now: number) => ReturnType<typeof auditShape> = () => [],
): Stage =>
  stageOf<Doc>({
    collection,
    size: 200,
    audit: (ground, docs) =>
      Promise.resolve(
        docs.flatMap((doc) => [...auditShape(collection, doc), ...audit(doc, ground.now)]),
      ),
  });

/** Every refund by itself: that there is the order it is of. */
export const REFUNDS = stageOf<Refund>({
  collection: 'refunds',
  size: 200,
  audit: async (ground, refunds) => {
    const ids = [...new Set(refunds.map(({ orderId }) => orderId))];
    const options = { limit: MOST, fields: ['status'] };
    const orders = await readMany(ground, many<Order>('orders', { _id: oneOf(ids) }, options));
    const known = new Set(orders.map(({ _id }) => _id));
    return refunds.flatMap((refund) => [
      ...auditShape('refunds', refund),
      ...auditRefund(
        { refund, orderFound: known.has(refund.orderId) },
        { now: ground.now, quiet: true },
      ),
    ]);
  },
});

export const COUPONS = alone<Coupon>('coupons');
export const COUPON_POOLS = alone<Pool>('couponPools', (pool, now) =>
  auditPool(pool, { now, quiet: true }),
);
export const CODE_BATCHES = alone<CodeBatch>('codeBatches');
export const REDEEM_CODES = alone<RedeemCode>('redeemCodes');
export const DIFFERENCES = alone<Difference>('differences');
export const PROPOSALS = alone<Proposal>('proposals', (proposal, now) =>
  auditProposal(proposal, { now, quiet: true }),
);
export const MEMBER_STUDIES = alone<MemberStudy>('memberStudy', (study, now) =>
  auditStudy(study, { now, quiet: true }),
);
export const DAYS = alone<Reconciliation>('reconciliations', (day, now) =>
  auditDay(day, { now, quiet: true }),
);
