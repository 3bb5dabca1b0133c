import type { PayoutAction } from '../../../../../shared/payouts/contract';
import type { Deed } from './payoutView';

type Asking = (payoutId: string, text: string) => PayoutAction;

const QUESTIONS: Readonly<Record<Deed, Asking>> = {
  approve: (payoutId) => ({ action: 'approvePayout', payoutId }),
  reject: (payoutId, reason) => ({ action: 'rejectPayout', payoutId, reason }),
  confirm: (payoutId, reference) => ({ action: 'confirmPayout', payoutId, reference }),
  giveUp: (payoutId, reason) => ({ action: 'giveUpPayout', payoutId, reason }),
  askAgain: (payoutId) => ({ action: 'askPayoutAgain', payoutId }),
};

/** What `manageMoney` is asked for a deed; `text` is its reason or reference. */
export const questionOf = (deed: Deed, payoutId: string, text = ''): PayoutAction =>
  QUESTIONS[deed](payoutId, text);
