import { openidOf, userOf } from '../../server/caller';
import { courseBy } from '../../server/catalogue/courses';
import { announce } from '../../server/comments/announcing';
import { commentBy, commentsOf } from '../../server/comments/comments';
import { compose, isSameRequest } from '../../server/comments/composing';
import { judgePosting } from '../../server/comments/posting';
import { expectReply } from '../../server/comments/threads';
import { defineFunction } from '../../server/defineFunction';
import { record } from '../../server/events/events';
import { witness } from '../../server/events/witness';
import { live } from '../../server/live';
import { postComment as contract } from '../../shared/comments/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  reads: ({ courseId, parentId }) => ({
    course: courseBy(courseId),
    parent: commentBy(parentId ?? ''),
  }),
  limit: { calls: 10, minutes: 1 },

  run: async (input, context) => {
    const { caller, contentCheck, db, found, ids, now } = context;
    const { parent } = found;
    const user = userOf(caller);
    const judged = judgePosting(input, { ...found, user, now });
    if (!judged.ok) return judged;
    const { course } = judged.data;

    const verdict = await contentCheck.text(openidOf(caller), 2, input.content);
    if (verdict === 'reject') return fail('CONTENT_REJECTED');
    const comment = compose(input, { ...judged.data, user, verdict, now, ids });

    if (parent && !(await expectReply(db, parent))) return fail('NOT_FOUND');
    const posted = await commentsOf(db).post(comment);
    if (!isSameRequest(posted, comment)) {
      return fail(comment.kind === 'rating' ? 'ALREADY_RATED' : 'REQUEST_REUSED');
    }

    const event = { eventId: ids.derived('evt', posted._id), name: 'comment_post' as const };
    await Promise.all([
      record(db, { ...event, ...witness(context), subject: course._id }),
      announce(context, posted, { course, parent }),
    ]);
    return ok({ commentId: posted._id, status: posted.status });
  },
});

export const main = live(handler);
