import { courseMachine } from '../../../shared/catalogue/machine';
import { fail } from '../../../shared/result';
import type { Course } from '../../catalogue/course';
import { commit, isReady, type Desk, type Edited, type EditInput } from './edit';

type Input = Extract<EditInput, { action: 'publish' | 'retire' | 'remove' }>;

/** Publishes, retires or removes a course. Whoever bought it keeps it in every case. */
export const moveOn = async (input: Input, course: Course, desk: Desk): Promise<Edited> => {
  const status = courseMachine.next(course.status, input.action) ?? repeated(course, input);
  if (!status) return fail('CHANGED_MEANWHILE');
  if (status === 'published' && !isReady(course)) return fail('COURSE_NOT_READY');
  const isFirst = status === 'published' && course.publishedAt === undefined;
  const set = { status, ...(isFirst && { publishedAt: desk.now }) };
  return commit(course, { version: input.version, change: { set } }, desk);
};

/** A step that led to where the course is, asked for again. */
const repeated = ({ status }: Course, { action }: Input): Course['status'] | undefined =>
  Object.values(courseMachine.table).some(
    (row: Readonly<Record<string, string>>) => row[action] === status,
  )
    ? status
    : undefined;
