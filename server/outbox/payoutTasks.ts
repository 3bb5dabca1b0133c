import { formatYuan } from '../../shared/money';
import type { Context } from '../context';
import { arrivedOf } from '../payouts/endingShares';
import type { Payout } from '../payouts/payout';
import { EARNINGS_PAGE, tellOnce } from './telling';
import type { Tasks } from './work';

const tellEarner = (
  context: Context,
  { _id, earner }: Payout,
  { happening, ...words }: { happening: string; title: string; body: string },
): Promise<void> =>
  tellOnce(context, {
    about: [_id, happening],
    userId: earner.userId,
    page: EARNINGS_PAGE,
    ...words,
  });

/** How an earner is told what became of a payout; the page behind it shows line by line what it is made of. */
export const payoutTasks: Tasks<Payout> = {
  tellEarnerToConfirm: (context, payout) =>
    tellEarner(context, payout, {
      happening: 'toConfirm',
      title: '请确认收款',
      body: `¥${formatYuan(payout.amount)} 的提现已发起，请在 24 小时内确认收款，逾期会退回余额。`,
    }),

  tellEarnerPaid: (context, payout) =>
    tellEarner(context, payout, {
      happening: 'paid',
      title: '提现已到账',
      body: `¥${formatYuan(payout.amount)} 已到账，点此查看收支明细。`,
    }),

  tellEarnerPaidInPart: (context, payout) =>
    tellEarner(context, payout, {
      happening: 'paid',
      title: '提现部分到账',
      body: `¥${formatYuan(arrivedOf(payout.shares ?? []))} 已到账，其余未能分账，已退回余额，可换用其他收款方式提现。`,
    }),

  tellEarnerRejected: (context, payout) =>
    tellEarner(context, payout, {
      happening: 'rejected',
      title: '提现未通过',
      body: `¥${formatYuan(payout.amount)} 已退回余额：${payout.reason ?? '未说明原因'}。`,
    }),

  tellEarnerFailed: (context, payout) =>
    tellEarner(context, payout, {
      happening: 'failed',
      title: '提现未成功',
      body: `¥${formatYuan(payout.amount)} 已退回余额：${payout.reason ?? '转账未成功'}。`,
    }),
};
