import type { postComment } from '../../shared/comments/contract';
import type { Standing } from '../../shared/comments/rules';
import type { Input } from '../../shared/contract';
import type { User } from '../accounts/user';
import type { Course } from '../catalogue/course';
import type { Ids } from '../ports';
import { listedAs, turnOf, type Author, type CommentKind, type StoredComment } from './comment';

type Composing = {
  readonly kind: CommentKind;
  readonly course: Course;
  readonly standing: Standing;
  readonly user: User;
  readonly verdict: 'pass' | 'review';
  readonly now: number;
  readonly ids: Ids;
};

/** Makes the comment that a request asks for. A rating's id leaves room for one for each person and course. */
export const compose = (
  { requestId, courseId, content, parentId = '', stars }: Input<typeof postComment>,
  { kind, course, standing, user, verdict, now, ids }: Composing,
): StoredComment => {
  const status = verdict === 'pass' ? 'visible' : 'pending';
  return {
    _id:
      kind === 'rating'
        ? ids.derived('rat', user._id, courseId)
        : ids.derived('cmt', user._id, requestId),
    version: 1,
    courseId,
    teacherId: course.teacherId,
    kind,
    parentId,
    ...(stars !== undefined && { stars }),
    content,
    status,
    listed: listedAs(status, false),
    replied: false,
    answered: false,
    turn: turnOf({ kind, answered: false, at: now }),
    userId: user._id,
    author: authorOf(user, standing),
    request: {
      id: requestId,
      asked: ids.derived('ask', courseId, parentId, kind, String(stars ?? ''), content),
    },
    at: now,
  };
};

/** Whether what is stored is what this request wrote, the first time it came. */
export const isSameRequest = (stored: StoredComment, wanted: StoredComment): boolean =>
  stored.request.id === wanted.request.id && stored.request.asked === wanted.request.asked;

const authorOf = ({ nickname, avatar }: User, { teacher, owner }: Standing): Author => ({
  nickname,
  ...(avatar && { avatar }),
  teacher,
  owner,
});
