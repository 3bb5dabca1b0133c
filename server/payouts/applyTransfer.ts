import { payoutMachine, type PayoutEvent } from '../../shared/payouts/machine';
import type { By } from '../orders/order';
import type { Ports } from '../ports';
import type { TransferNews } from '../transfers';
import { cancelPayout, finishPayout, type Ending } from './ending';
import { payoutsIn } from './payouts';

const EVENTS: Partial<Record<TransferNews['kind'], PayoutEvent>> = {
  waitingForTeacher: 'waitForTeacher',
  done: 'succeed',
  failed: 'fail',
};

const MINUTE_MS = 60_000;

/**
 * The one door for what a provider says of a transfer. Moves the payout, the account and the journal together, or none
 * of them. True when something changed; safe to repeat, in any order.
 */
export const applyTransfer = (
  ports: Pick<Ports, 'db' | 'ids'>,
  payoutId: string,
  { news, now, by }: { readonly news: TransferNews; readonly now: number; readonly by: By },
): Promise<boolean> =>
  ports.db.transaction(async (tx) => {
    const payout = await payoutsIn(tx).get(payoutId);
    const event = EVENTS[news.kind];
    if (!payout || !event || !payoutMachine.next(payout.status, event)) return false;
    await apply({ tx, ids: ports.ids, payout, now, by }, news);
    return true;
  });

const apply = async (ending: Ending, news: TransferNews): Promise<void> => {
  if (news.kind === 'done') {
    await finishPayout({ ...ending, note: { reference: news.reference } });
  } else if (news.kind === 'failed') {
    await cancelPayout({ ...ending, note: { reason: news.reason } }, 'fail');
  } else if (news.kind === 'waitingForTeacher') {
    const { tx, payout, now, by } = ending;
    await payoutsIn(tx).apply(payout, {
      event: 'waitForTeacher',
      at: now,
      by,
      changes: {
        set: { confirmation: news.confirmation, checkAt: now + MINUTE_MS, todoAt: now },
        append: { todo: ['tellTeacherToConfirm'] },
      },
    });
  }
};
