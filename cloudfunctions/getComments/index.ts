import type { StoredComment } from '../../server/comments/comment';
import { courseComments, pendingOf } from '../../server/comments/lists';
import { repliesTo, showComment } from '../../server/comments/showing';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { mapPage, pageFrom, pageReads } from '../../server/paging';
import { getComments as contract } from '../../shared/comments/contract';
import { ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  reads: ({ courseId, kind, cursor }) => ({
    ...pageReads<StoredComment>(courseComments(courseId, kind), cursor),
    pending: pendingOf(courseId),
  }),

  run: async ({ courseId, kind, cursor }, { caller, db, found }) => {
    const reader = caller.user?._id;
    const page = pageFrom(courseComments(courseId, kind), found);
    const replies = await repliesTo(db, page.items);

    const ownPending = found.pending.filter(({ userId }) => userId === reader);
    const show = (comment: StoredComment) =>
      showComment(
        comment,
        [
          ...(replies.get(comment._id) ?? []),
          ...ownPending.filter(({ parentId }) => parentId === comment._id),
        ],
        reader,
      );
    const waiting = cursor ? [] : ownPending.filter((one) => isOnTop(one, kind));
    const { items, ...rest } = mapPage(page, show);
    return ok({ items: [...waiting.map(show), ...items], ...rest });
  },
});

const isOnTop = (comment: StoredComment, kind: string | undefined) =>
  comment.parentId === '' && (kind === undefined || comment.kind === kind);

export const main = live(handler);
