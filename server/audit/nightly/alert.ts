import { admins } from '../../accounts/users';
import type { Context } from '../../context';
import { tell } from '../../notices/notices';
import { auditsOf, type NightlyAudit } from './audits';

/** Where an admin reads what was found. */
const PAGE = '/packages/admin/pages/money/index';

/** Tells whoever runs the shop that an audit found something: a line in the log, and each admin once. */
export const tellAdmins = async (
  { db, ids, log, clock }: Pick<Context, 'db' | 'ids' | 'log' | 'clock'>,
  audit: NightlyAudit,
): Promise<void> => {
  const { date, violations, findings } = audit;
  log({ level: 'error', event: 'audit violated', date, violations, first: findings[0] });
  const { people } = await db.together({ people: admins() });
  await Promise.all(
    people.map(({ _id: userId }) =>
      tell(db, {
        noticeId: ids.derived('ntc', 'audit', date, userId),
        userId,
        title: '账目巡检发现异常',
        body: `${date} 的巡检发现 ${violations} 处不符，请尽快在资金页核对。系统不会自动修改账目。`,
        page: PAGE,
        at: clock.now(),
      }),
    ),
  );
  await auditsOf(db).told(audit, clock.now());
};
