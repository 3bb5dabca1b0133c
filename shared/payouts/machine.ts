import { defineMachine, type EventOf } from '../machine';

/**
 * The life of a payout. Its number is the same for ever: one that was sent is asked after, and only a provider's
 * definite word, or a second person's where there is no provider, ends it.
 */
export const payoutMachine = defineMachine({
  reserved: { reject: 'rejected', approve: 'approved' },
  approved: { submit: 'sent', fail: 'failed' },
  sent: { waitForEarner: 'waitingForEarner', succeed: 'done', fail: 'failed' },
  waitingForEarner: { succeed: 'done', fail: 'failed' },
  done: {},
  failed: {},
  rejected: {},
});

export type PayoutStatus = (typeof payoutMachine.states)[number];
export type PayoutEvent = EventOf<typeof payoutMachine>;

/** The same list for schemas, which want it spelt out. */
export const PAYOUT_STATUSES = [
  'reserved',
  'approved',
  'sent',
  'waitingForEarner',
  'done',
  'failed',
  'rejected',
] as const satisfies readonly PayoutStatus[];

/** What became of a share that a payout by 分账 takes out of one order. */
export const SHARE_OUTCOMES = ['waiting', 'done', 'failed'] as const;
type ShareState = (typeof SHARE_OUTCOMES)[number];

/** What a person reads as the name of each. */
export const SHARE_NAMES: Readonly<Record<ShareState, string>> = {
  waiting: '待分账',
  done: '已到账',
  failed: '未成功',
};

/** Payouts whose money is set aside and has not arrived yet: together they are what is in transit. */
export const PAYOUTS_UNDER_WAY = [
  'reserved',
  'approved',
  'sent',
  'waitingForEarner',
] as const satisfies readonly PayoutStatus[];

/** What a person reads as the name of each state. */
export const PAYOUT_NAMES: Readonly<Record<PayoutStatus, string>> = {
  reserved: '待审核',
  approved: '待付款',
  sent: '付款中',
  waitingForEarner: '待收款人确认',
  done: '已到账',
  failed: '未成功，已退回余额',
  rejected: '未通过，已退回余额',
};
