import { identitiesOf } from '../accounts/identities';
import { usersOf } from '../accounts/users';
import type { Course } from '../catalogue/course';
import type { Context } from '../context';
import { tell } from '../notices/notices';
import type { StoredComment } from './comment';
import { markAnswered } from './threads';

type Ground = Pick<Context, 'db' | 'ids' | 'messages' | 'log' | 'now'>;

/** What a comment is about. */
export type Surroundings = {
  readonly course: Pick<Course, '_id' | 'title' | 'teacherId'>;
  readonly parent: StoredComment | undefined;
};

type Reply = { readonly reply: StoredComment; readonly parent: StoredComment };

const QUESTIONS_PAGE = 'packages/teaching/pages/questions/index';
const coursePage = ({ _id }: Surroundings['course']) =>
  `packages/buying/pages/course/index?courseId=${_id}`;

/** The longest that WeChat takes for a `thing` of a subscribe message. */
const THING_LENGTH = 20;
const shorten = (text: string, length: number) => {
  const characters = [...text.replaceAll('\n', ' ')];
  return characters.length <= length
    ? characters.join('')
    : `${characters.slice(0, length - 1).join('')}…`;
};

/** Tells whom a comment concerns, once it can be seen. Again for the same comment, nobody is told twice. */
export const announce = async (
  ground: Ground,
  comment: StoredComment,
  { course, parent }: Surroundings,
): Promise<void> => {
  if (comment.status !== 'visible') return;
  if (!parent) return announceQuestion(ground, comment, course);
  const isAnswer = comment.author.teacher && parent.kind === 'question';
  await Promise.all([
    tellParent(ground, { reply: comment, parent }, course),
    isAnswer && answer(ground, { reply: comment, parent }, course),
  ]);
};

/** Tells an author why their comment was taken down. */
export const announceHiding = async (
  { db, ids, now }: Ground,
  { _id, version, userId, decision }: StoredComment,
  { course }: Surroundings,
): Promise<void> => {
  await tell(db, {
    noticeId: ids.derived('ntc', _id, String(version)),
    userId,
    title: `你在《${course.title}》中的发言未被展示`,
    body: decision?.reason ?? '',
    page: coursePage(course),
    at: now,
  });
};

const announceQuestion = async (
  { db, ids, now }: Ground,
  { _id, kind, userId, content }: StoredComment,
  { title, teacherId }: Surroundings['course'],
): Promise<void> => {
  if (kind !== 'question' || userId === teacherId) return;
  await tell(db, {
    noticeId: ids.derived('ntc', _id),
    userId: teacherId,
    title: `《${title}》有新的提问`,
    body: shorten(content, 60),
    page: QUESTIONS_PAGE,
    at: now,
  });
};

const tellParent = async (
  { db, ids, now }: Ground,
  { reply, parent }: Reply,
  course: Surroundings['course'],
): Promise<void> => {
  if (reply.userId === parent.userId) return;
  await tell(db, {
    noticeId: ids.derived('ntc', reply._id),
    userId: parent.userId,
    // No name: a notice outlives the account of the one it speaks of.
    title: `${reply.author.teacher ? '老师' : '同学'}在《${course.title}》中回复了你`,
    body: shorten(reply.content, 60),
    page: coursePage(course),
    at: now,
  });
};

/** The message follows only the first answer, and its failing is no reason to take the answer back. */
const answer = async (
  ground: Ground,
  { reply, parent }: Reply,
  course: Surroundings['course'],
): Promise<void> => {
  const { db, log, messages } = ground;
  if (!(await markAnswered(db, parent))) return;
  const asker = await usersOf(db).get(parent.userId);
  const openid = asker && identitiesOf(asker)[0];
  if (!openid) return;
  const fields = {
    thing1: shorten(course.title, THING_LENGTH),
    thing2: shorten(reply.content, THING_LENGTH),
  };
  await messages
    .send({ openid, template: 'answered', page: coursePage(course), fields })
    .catch((error: unknown) =>
      log({ level: 'warn', event: 'answer message not sent', error: String(error) }),
    );
};
