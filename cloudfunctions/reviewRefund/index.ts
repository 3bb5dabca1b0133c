import { reviewRefund as contract } from '../../shared/refunds/contract';
import { fail, ok } from '../../shared/result';
import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { decideRefund, giveOpinion, mayDecide } from '../../server/refunds/deciding';
import { refundBy } from '../../server/refunds/refunds';
import { submitAtOnce } from '../../server/refunds/submitting';
import { readShop } from '../../server/shop/settings';

export const handler = defineFunction(contract, {
  reads: ({ refundId }) => ({ refund: refundBy(refundId), settings: readShop() }),
  owner: ({ refund }) => refund?.teacherId,

  run: async ({ refundId, decision, note = '' }, context) => {
    const { found, now } = context;
    const { refund, settings } = found;
    const reviewer = userOf(context.caller);
    if (!refund || !settings) return fail('NOT_FOUND');
    if (refund.status !== 'requested') return fail('REFUND_ALREADY_DECIDED');
    if (refund.userId === reviewer._id) return fail('REFUND_NEEDS_SECOND_PERSON');

    if (!mayDecide(reviewer, refund, settings.refundRule)) {
      const kept = await giveOpinion(context, refund, { decision, note, by: reviewer._id });
      return kept ? ok({ status: refund.status, opinionOnly: true }) : fail('CHANGED_MEANWHILE');
    }
    const by = reviewer.role === 'admin' ? 'admin' : 'teacher';
    const decided = await decideRefund(context, refundId, { decision, note, by, now });
    if (!decided.ok) return decided;
    const { status } = await submitAtOnce(context, decided.data, now);
    return ok({ status, opinionOnly: false });
  },
});

export const main = live(handler);
