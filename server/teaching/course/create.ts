import { fail, ok } from '../../../shared/result';
import { userOf } from '../../caller';
import type { Course } from '../../catalogue/course';
import { coursesOf } from '../../catalogue/courses';
import type { Desk, Edited, EditInput } from './edit';
import { checkFields, described } from './fields';

type Input = Extract<EditInput, { action: 'create' }>;

/** Makes a draft of the caller's own. The same request again gives the same course. */
export const create = async (input: Input, desk: Desk): Promise<Edited> => {
  const checked = await checkFields(input, undefined, desk);
  if (!checked.ok) return checked;

  const course = newCourse(input, desk);
  const courses = coursesOf(desk.db);
  if (await courses.insertOnce(course)) return ok(course);
  const made = await courses.get(course._id);
  return made && (made.version > 1 || isSame(made, course)) ? ok(made) : fail('REQUEST_REUSED');
};

const newCourse = (input: Input, { caller, shop, ids, now }: Desk): Course => {
  const teacher = userOf(caller);
  return {
    _id: ids.derived('crs', teacher._id, input.requestId),
    teacherId: teacher._id,
    teacherName: teacher.nickname,
    status: 'draft',
    version: 1,
    chapters: [],
    removedLessons: [],
    lessonIds: [],
    learnerCount: 0,
    ratingCount: 0,
    ratingSum: 0,
    createdAt: now,
    updatedAt: now,
    ...described(input, { teacherName: teacher.nickname, shop }),
  };
};

const isSame = (made: Course, asked: Course): boolean =>
  (['title', 'subtitle', 'introduction', 'categoryId', 'price', 'memberFree'] as const).every(
    (field) => made[field] === asked[field],
  );
