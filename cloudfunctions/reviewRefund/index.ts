import { reviewRefund as contract } from '../../shared/refunds/contract';
import { fail, ok } from '../../shared/result';
import type { User } from '../../server/accounts/user';
import { userOf } from '../../server/caller';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { decideRefund, giveOpinion, mayDecide, type Decision } from '../../server/refunds/deciding';
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

    if (mayDecide(reviewer, refund, settings.refundRule)) {
      return decide(context, refundId, { decision, note, by: byOf(reviewer), now });
    }
    const kept = await giveOpinion(context, refund, { decision, note, by: reviewer._id });
    return kept ? ok({ status: refund.status, opinionOnly: true }) : fail('CHANGED_MEANWHILE');
  },
});

const byOf = ({ role }: User): Decision['by'] => (role === 'admin' ? 'admin' : 'teacher');

/** An approved refund is sent on its way at once. */
const decide = async (context: Context, refundId: string, decision: Decision) => {
  const decided = await decideRefund(context, refundId, decision);
  if (!decided.ok) return decided;
  const { status } = await submitAtOnce(context, decided.data, context.now);
  return ok({ status, opinionOnly: false });
};

export const main = live(handler);
