import type { Role } from '../../shared/accounts/roles';
import type { Context } from '../context';
import { auditIn } from './audit';
import type { User } from './user';

type Appointment = {
  readonly userId: string;
  readonly role: Role;
  readonly reason: string;
  /** The admin who decides. */
  readonly by: string;
};

/** Gives a user a role and writes down who did it and why, together; nothing when there is no such user. */
export const setRole = async (
  { db, ids, now }: Pick<Context, 'db' | 'ids' | 'now'>,
  { userId, role, reason, by }: Appointment,
): Promise<User | undefined> => {
  const entryId = ids.fresh('aud');
  return db.transaction(async (tx) => {
    const user = await tx.get<User>('users', userId);
    if (!user || user.erasedAt !== undefined) return undefined;
    const deed = { entryId, by, action: 'setRole', subject: userId, reason, at: now };
    await tx.update('users', userId, { set: { role } });
    await auditIn(tx, { ...deed, before: user.role, after: role });
    return { ...user, role };
  });
};
