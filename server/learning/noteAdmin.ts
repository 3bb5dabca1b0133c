import { audit } from '../accounts/audit';
import { userOf } from '../caller';
import type { Context } from '../context';
import type { Opened } from './opening';

/** Writes down that an admin opened someone's lesson by their office; nothing for anybody else. */
export const noteAdmin = async (
  { lesson, course }: Opened,
  { caller, db, ids, now }: Pick<Context, 'caller' | 'db' | 'ids' | 'now'>,
): Promise<void> => {
  if (caller.actor !== 'admin' || caller.user?._id === course.teacherId) return;
  await audit(db, {
    entryId: ids.fresh('aud'),
    by: userOf(caller)._id,
    action: 'openLesson',
    subject: lesson._id,
    reason: '',
    at: now,
  });
};
