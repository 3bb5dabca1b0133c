import { METHOD_OF, PAYEE_COOL_DOWN_MS, type Payee } from '../../shared/payouts/payee';
import { fail, ok, type Result } from '../../shared/result';
import { tell } from '../notices/notices';
import { EARNINGS_PAGE } from '../outbox/telling';
import type { Ports } from '../ports';
import { earnerAccountsOf, type EarnerAccount } from './earnerAccounts';

const COOL_DOWN_HOURS = PAYEE_COOL_DOWN_MS / (60 * 60_000);

/**
 * Sets where an earner's payouts go. It counts only after the cool-down, and the earner is told, so that somebody who
 * took over the account cannot take the money unnoticed.
 */
export const setPayee = async (
  { db, ids, transfers }: Pick<Ports, 'db' | 'ids' | 'transfers'>,
  { account, payee, now }: { account: EarnerAccount; payee: Payee; now: number },
): Promise<Result<EarnerAccount, 'PAYEE_NOT_AVAILABLE' | 'CHANGED_MEANWHILE'>> => {
  if (!transfers.methods.includes(METHOD_OF[payee.method])) return fail('PAYEE_NOT_AVAILABLE');
  const set = { ...payee, setAt: now };
  if (!(await earnerAccountsOf(db).setPayee(account, set))) return fail('CHANGED_MEANWHILE');
  await tell(db, {
    noticeId: ids.derived('ntc', account._id, 'payee', String(account.version + 1)),
    userId: account._id,
    title: '收款方式已更改',
    body: `${COOL_DOWN_HOURS} 小时后可用于提现。如非本人操作，请立即联系平台。`,
    page: EARNINGS_PAGE,
    at: now,
  });
  return ok({ ...account, version: account.version + 1, payee: set });
};
