import { getRefunds as contract } from '../../shared/refunds/contract';
import { ok } from '../../shared/result';
import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { mapPage, readPage } from '../../server/paging';
import { mayDecide } from '../../server/refunds/deciding';
import { refundsOfTeacher } from '../../server/refunds/listings';
import type { Refund } from '../../server/refunds/refund';
import { readShop } from '../../server/shop/settings';

export const handler = defineFunction(contract, {
  reads: () => ({ settings: readShop() }),

  run: async ({ status, cursor }, { caller, db, found: { settings } }) => {
    const user = userOf(caller);
    const teacherId = user.role === 'admin' ? undefined : user._id;
    const page = await readPage<Refund>(db, refundsOfTeacher({ teacherId, status }), cursor);
    return ok(
      mapPage(page, (refund) => ({
        ...rowOf(refund),
        mayDecide: settings !== undefined && mayDecide(user, refund, settings.refundRule),
      })),
    );
  },
});

/** A refund as those who decide see it: who asks is a nickname and nothing more. */
const rowOf = ({ _id: refundId, opinion, note, ...refund }: Refund) => ({
  refundId,
  orderId: refund.orderId,
  title: refund.title,
  buyer: refund.buyer,
  status: refund.status,
  amount: refund.amount,
  paid: refund.paid,
  reason: refund.reason,
  ...(note !== undefined && { note }),
  ...(opinion && { opinion: { decision: opinion.decision, note: opinion.note } }),
  learned: refund.learned,
  askedAt: refund.askedAt,
});

export const main = live(handler);
