import type { Course } from '../catalogue/course';
import { eraseAuthor } from '../comments/erasing';
import type { Context } from '../context';
import { one, type Database } from '../database';
import { accountBy, earnerAccountsOf, hasMoney } from '../earnings/earnerAccounts';
import { heldBackFor } from '../earnings/balances';
import { noticesOf } from '../notices/notices';
import { renameBuyer, unfinishedOrderBroughtBy, unfinishedOrderOf } from '../orders/buyer';
import { renamePaid } from '../payouts/payouts';
import { refundUnderWayOf, renameRefunded } from '../refunds/buyer';
import { credentialId, type Credential } from './credentials';
import { emailId, releaseEmail } from './emails';
import type { User } from './user';
import { ERASED_NAME, usersOf } from './users';

type Ground = Pick<Context, 'db' | 'ids' | 'storage' | 'now'>;

/** Whether something still depends on an account: an office, a course, money on its way. */
export const isInUse = async (db: Database, { _id, role }: User): Promise<boolean> => {
  if (role !== 'learner') return true;
  const { account, ...found } = await db.together({
    order: unfinishedOrderOf(_id),
    refund: refundUnderWayOf(_id),
    course: one<Course>('courses', { teacherId: _id }),
    brought: unfinishedOrderBroughtBy(_id),
    commission: heldBackFor(_id),
    account: accountBy(_id),
  });
  return Object.values(found).some(Boolean) || (account !== undefined && hasMoney(account));
};

/**
 * Takes everything personal out of the shop. The user comes last, so that a person whose erasure was
 * interrupted is still known and can ask again.
 */
export const eraseAccount = async (ground: Ground, user: User): Promise<void> => {
  const { db, ids, now } = ground;
  await Promise.all([
    user.username && db.collection<Credential>('credentials').remove(credentialId(user.username)),
    user.email && releaseEmail(db, emailId(ids, user.email)),
    noticesOf(db).erase(user._id),
    eraseAuthor(db, user._id, ERASED_NAME),
    renameBuyer(db, user._id, ERASED_NAME),
    renameRefunded(db, user._id, ERASED_NAME),
    earnerAccountsOf(db).forgetPayee(user._id),
    renamePaid(db, user._id, ERASED_NAME),
    ground.storage.remove([user.avatar, user.exportFile].filter((file) => file !== undefined)),
  ]);
  await usersOf(db).erase(user._id, now);
};
