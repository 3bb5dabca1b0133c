import { fail } from '../../../shared/result';
import type { Course } from '../../catalogue/course';
import { arrange } from './arrange';
import { create } from './create';
import { commit, type Desk, type Edited, type EditInput } from './edit';
import { changeBy, checkFields } from './fields';
import { moveOn } from './moveOn';

type ChangeInput = Extract<EditInput, { action: 'change' }>;

const change = async (input: ChangeInput, course: Course, desk: Desk): Promise<Edited> => {
  const checked = await checkFields(input, course, desk);
  if (!checked.ok) return checked;
  const { teacherName } = course;
  const { shop } = desk;
  return commit(
    course,
    { version: input.version, change: changeBy(input, { teacherName, shop }) },
    desk,
  );
};

/** Does what a teacher asked of a course; all but making one need a course that is not removed. */
export const edit = (input: EditInput, course: Course | undefined, desk: Desk): Promise<Edited> => {
  if (input.action === 'create') return create(input, desk);
  const isThere = course && (course.status !== 'removed' || input.action === 'remove');
  if (!isThere) return Promise.resolve(fail('NOT_FOUND'));
  if (input.action === 'change') return change(input, course, desk);
  if (input.action === 'arrange') return arrange(input, course, desk);
  return moveOn(input, course, desk);
};
