import { audit } from '../../server/accounts/audit';
import { userOf } from '../../server/caller';
import { announce, announceHiding } from '../../server/comments/announcing';
import type { StoredComment } from '../../server/comments/comment';
import { commentBy, commentsOf } from '../../server/comments/comments';
import { moderationQueue } from '../../server/comments/lists';
import { surroundingsOf } from '../../server/comments/surroundings';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { mapPage, pageFrom, pageReads } from '../../server/paging';
import { moderateComments as contract } from '../../shared/comments/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  reads: (input) => ({
    comment: commentBy(input.action === 'list' ? '' : input.commentId),
    ...pageReads<StoredComment>(
      moderationQueue,
      input.action === 'list' ? input.cursor : undefined,
    ),
  }),

  run: async (input, context) => {
    const { comment } = context.found;
    if (input.action === 'list') {
      return ok(mapPage(pageFrom(moderationQueue, context.found), row));
    }
    if (!comment) return fail('NOT_FOUND');
    const reason = input.action === 'hide' ? input.reason : '';
    const decided = await decide(context, comment, { event: input.action, reason });
    return decided ? ok({ items: [row(decided)] }) : fail('CHANGED_MEANWHILE');
  },
});

/** Does what an admin decided, writes it down and tells whom it concerns; nothing when it could not be done. */
const decide = async (
  context: Context,
  comment: StoredComment,
  { event, reason }: { event: 'show' | 'hide'; reason: string },
) => {
  const { caller, db, ids, now } = context;
  const { _id: by } = userOf(caller);
  const decided = await commentsOf(db).apply(comment, event, {
    decision: { by, reason, at: now },
  });
  if (!decided) return undefined;

  const entryId = ids.derived('aud', comment._id, String(decided.version));
  const surroundings = await surroundingsOf(db, decided);
  await Promise.all([
    audit(db, { entryId, by, action: event, subject: comment._id, reason, at: now }),
    event === 'show'
      ? announce(context, decided, surroundings)
      : announceHiding(context, decided, surroundings),
  ]);
  return decided;
};

const row = ({ _id, courseId, content, author, at }: StoredComment) => ({
  commentId: _id,
  courseId,
  content,
  nickname: author.nickname,
  at,
});

export const main = live(handler);
