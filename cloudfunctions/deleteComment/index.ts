import { audit } from '../../server/accounts/audit';
import { userOf } from '../../server/caller';
import { commentBy, commentsOf } from '../../server/comments/comments';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { deleteComment as contract } from '../../shared/comments/contract';
import { fail, ok } from '../../shared/result';

const BY_ADMIN = '管理员删除';

export const handler = defineFunction(contract, {
  reads: ({ commentId }) => ({ comment: commentBy(commentId) }),
  owner: ({ comment }) => comment?.userId,

  run: async (_input, { caller, db, found, ids, now }) => {
    const { comment } = found;
    const { _id: by } = userOf(caller);
    if (!comment || comment.status === 'deleted') return fail('NOT_FOUND');

    const isMine = comment.userId === by;
    // What buyers thought of a course can be taken down with a reason, but only they can take it back.
    const event = comment.kind === 'rating' && !isMine ? 'hide' : 'withdraw';
    const decision = { by, reason: isMine ? '' : BY_ADMIN, at: now };
    const done = await commentsOf(db).apply(comment, event, { decision });
    if (!done) return fail('CHANGED_MEANWHILE');
    if (!isMine) {
      const entryId = ids.derived('aud', comment._id, String(done.version));
      await audit(db, {
        entryId,
        by,
        action: event,
        subject: comment._id,
        reason: BY_ADMIN,
        at: now,
      });
    }
    return ok({});
  },
});

export const main = live(handler);
