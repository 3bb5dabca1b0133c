import type { postComment } from '../../shared/comments/contract';
import { mayPost, type Posting, type Standing } from '../../shared/comments/rules';
import type { Input } from '../../shared/contract';
import { reasonToOpen } from '../../shared/access/rights';
import { fail, ok, type Result } from '../../shared/result';
import type { User } from '../accounts/user';
import type { Course } from '../catalogue/course';
import type { CommentKind, StoredComment } from './comment';

type Asked = Input<typeof postComment>;

/** What someone is to a course, now. */
export const standingOf = (user: User, course: Course, now: number): Standing => ({
  teacher: course.teacherId === user._id,
  admin: user.role === 'admin',
  owner:
    reasonToOpen(user.rights, { courseId: course._id, memberFree: course.memberFree }, now) !==
    undefined,
});

/** The kind of what is posted; nothing when kind, stars and parent do not go together. */
export const kindOf = ({ kind, stars, parentId }: Asked): CommentKind | undefined => {
  const meant = kind ?? (stars === undefined ? 'comment' : 'rating');
  const starsFit = (meant === 'rating') === (stars !== undefined);
  const isReplyWell = parentId === undefined || meant === 'comment';
  return starsFit && isReplyWell ? meant : undefined;
};

type Place = {
  readonly course: Course | undefined;
  readonly parent: StoredComment | undefined;
  readonly user: User;
  readonly now: number;
};

/** Why something cannot be posted here by this person, or what it is and what they are to the course. */
export const judgePosting = (
  asked: Asked,
  { course, parent, user, now }: Place,
): Result<
  { kind: CommentKind; course: Course; standing: Standing },
  'INVALID_INPUT' | 'NOT_FOUND' | 'NOT_ENROLLED' | 'COMMENT_TOO_DEEP'
> => {
  const kind = kindOf(asked);
  if (!kind) return fail('INVALID_INPUT');
  const standing = course && standingOf(user, course, now);
  if (!standing || !mayBeSeen(course, standing)) return fail('NOT_FOUND');
  const refusal = asked.parentId === undefined ? undefined : parentRefusal(parent, course);
  if (refusal) return fail(refusal);
  return mayPost(postingOf(kind, parent, user), standing)
    ? ok({ kind, course, standing })
    : fail('NOT_ENROLLED');
};

const parentRefusal = (parent: StoredComment | undefined, course: Course) => {
  const isHere = parent?.status === 'visible' && parent.courseId === course._id;
  if (!isHere) return 'NOT_FOUND';
  return parent.parentId === '' ? undefined : 'COMMENT_TOO_DEEP';
};

const mayBeSeen = ({ status }: Course, { teacher, admin, owner }: Standing): boolean =>
  status === 'published' || teacher || admin || owner;

const postingOf = (kind: CommentKind, parent: StoredComment | undefined, user: User): Posting => {
  if (!parent) return kind;
  return parent.kind === 'question' && parent.userId === user._id ? 'replyToSelf' : 'reply';
};
