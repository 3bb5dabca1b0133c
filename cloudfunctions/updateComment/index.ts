import { openidOf } from '../../server/caller';
import { announce } from '../../server/comments/announcing';
import { commentBy, commentsOf } from '../../server/comments/comments';
import { surroundingsOf } from '../../server/comments/surroundings';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { updateComment as contract } from '../../shared/comments/contract';
import { commentMachine } from '../../shared/comments/machine';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  reads: ({ commentId }) => ({ comment: commentBy(commentId) }),
  owner: ({ comment }) => comment?.userId,
  limit: { calls: 10, minutes: 1 },

  run: async ({ content }, context) => {
    const { caller, contentCheck, db, found, now } = context;
    const { comment } = found;
    if (!comment || !commentMachine.next(comment.status, 'pass')) return fail('NOT_FOUND');

    const verdict = await contentCheck.text(openidOf(caller), 2, content);
    if (verdict === 'reject') return fail('CONTENT_REJECTED');
    const event = verdict === 'pass' ? 'pass' : 'doubt';
    const edited = await commentsOf(db).apply(comment, event, { content, editedAt: now });
    if (!edited) return fail('CHANGED_MEANWHILE');

    if (comment.status === 'pending') {
      await announce(context, edited, await surroundingsOf(db, edited));
    }
    return ok({});
  },
});

export const main = live(handler);
