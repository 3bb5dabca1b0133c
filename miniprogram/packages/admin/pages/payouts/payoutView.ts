import {
  PAYOUT_NAMES,
  SHARE_NAMES,
  type PayoutStatus,
} from '../../../../../shared/payouts/machine';
import type { ManagedPayout } from '../../../../../shared/payouts/contract';
import { minute, yuan } from '../../../../lib/format';

export type Deed = ManagedPayout['actions'][number];

const CHIPS: Readonly<Record<PayoutStatus, string>> = {
  reserved: 'chip--brand',
  approved: 'chip--brand',
  sent: '',
  waitingForEarner: '',
  done: 'chip--success',
  failed: '',
  rejected: '',
};

const METHODS: Readonly<Record<ManagedPayout['method'], string>> = {
  manualBank: '人工银行转账',
  merchantTransfer: '微信商家转账',
  profitSharing: '微信支付分账',
};

type DeedWords = {
  readonly word: string;
  readonly title: string;
  readonly hint: string;
  readonly placeholder: string;
  /** How much must be written; where nothing is asked, the sheet takes no text either. */
  readonly least: number;
  readonly done: string;
};

/** The buttons of a payout and what their sheets say; in the order they stand in. */
export const DEEDS: Readonly<Record<Deed, DeedWords>> = {
  reject: {
    word: '拒绝',
    title: '拒绝结算',
    hint: '金额退回可提现余额，对方会看到原因。',
    placeholder: '写明原因',
    least: 4,
    done: '已拒绝，金额退回对方余额',
  },
  giveUp: {
    word: '未付出，退回',
    title: '确认没有付出',
    hint: '请先确认银行或微信没有、也不会再付这笔款，否则会重复付款。',
    placeholder: '写明原因',
    least: 4,
    done: '已退回对方余额',
  },
  askAgain: {
    word: '查询结果',
    title: '',
    hint: '',
    placeholder: '',
    least: 0,
    done: '已重新查询',
  },
  confirm: {
    word: '已转账，登记',
    title: '登记转账',
    hint: '请在银行完成转账后，填写回单上的流水号。',
    placeholder: '银行流水号，至少 4 位',
    least: 4,
    done: '已登记到账',
  },
  approve: {
    word: '同意',
    title: '',
    hint: '',
    placeholder: '',
    least: 0,
    done: '已同意，等待付款',
  },
};

const ORDER_OF_DEEDS = Object.keys(DEEDS) as Deed[];
const MAIN: readonly Deed[] = ['approve', 'confirm'];

/** Why a payout that waits for a second person offers this one nothing. */
const waitsWord = ({ status, actions, madeBy }: ManagedPayout, myId: string): string => {
  if (actions.includes('approve') || actions.includes('confirm')) return '';
  if (status === 'reserved' && madeBy.userId === myId) return '由您发起，须另一位管理员审核。';
  if (status === 'approved') return '由您审核，须另一位管理员转账并登记。';
  return '';
};

/** A payout in words. */
export const payoutView = (payout: ManagedPayout, myId: string) => ({
  payoutId: payout.payoutId,
  earner: payout.earner.nickname,
  amount: payout.amount,
  word: PAYOUT_NAMES[payout.status],
  chip: CHIPS[payout.status],
  when: minute(payout.askedAt),
  method: METHODS[payout.method],
  payee: [payout.payee.realName, payout.payee.bankName].filter(Boolean).join(' · '),
  account: payout.payee.account ?? '',
  reference: payout.reference ?? '',
  reason: payout.reason ?? '',
  said: payout.said ?? '',
  arrived: payout.arrived === undefined ? '' : yuan(payout.arrived),
  shares: (payout.shares ?? []).map(({ orderId, amount, outcome, reason }) => ({
    orderId,
    words: `${yuan(amount)} ${reason ?? SHARE_NAMES[outcome]}`,
  })),
  alone: payout.alone,
  waits: waitsWord(payout, myId),
  timeline: payout.timeline.map(({ at, text }) => ({ when: minute(at), text })),
  deeds: ORDER_OF_DEEDS.filter((deed) => payout.actions.includes(deed)).map((deed) => ({
    deed,
    word: DEEDS[deed].word,
    main: MAIN.includes(deed),
  })),
});

export type PayoutView = ReturnType<typeof payoutView>;
