import type { EntryKind } from '../journal/journal';

/** What an admin reads as the name of each kind of entry. */
const ENTRY_NAMES: Readonly<Record<EntryKind, string>> = {
  paid: '买家付款',
  feeCharged: '平台手续费',
  matured: '讲师收入到期',
  refundApproved: '批准退款',
  refundSucceeded: '退款到账',
  feeReturned: '退回手续费',
  refundFailed: '退款失败',
  settled: '平台结算到账',
  payoutReserved: '讲师提现冻结',
  payoutDone: '讲师提现到账',
  payoutFailed: '讲师提现失败',
  suspense: '暂挂款',
  suspenseCleared: '核销暂挂款',
  sentBack: '原路退回',
  membershipEarned: '会员收入确认',
  membershipCredited: '会员学习分成',
  externalRefund: '平台侧退款',
  writtenOff: '核销欠款',
};

export const entryName = (kind: EntryKind): string => ENTRY_NAMES[kind];

/** What an admin reads as the name of an account; a teacher's carries their id. */
const ACCOUNT_NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^psp:cloudPay$/, '微信支付待结算'],
  [/^psp:virtualPay$/, '虚拟支付待结算'],
  [/^psp:/, '支付平台待结算'],
  [/^bank$/, '银行存款'],
  [/^earner:.+:pending$/, '待到期收益'],
  [/^earner:.+:available$/, '可提现收益'],
  [/^earner:.+:receivable$/, '待扣回收益'],
  [/^refundPayable$/, '应退未到账'],
  [/^payoutTransit$/, '提现途中'],
  [/^suspense$/, '暂挂款'],
  [/^membershipPool$/, '会员预收'],
  [/^teachersDue$/, '待分讲师'],
  [/^revenue:commission$/, '平台分成收入'],
  [/^revenue:refunded$/, '平台承担的退款'],
  [/^revenue:membership$/, '会员收入'],
  [/^expense:fee$/, '平台手续费支出'],
  [/^expense:promotion$/, '优惠支出'],
  [/^expense:goodwill$/, '核销损失'],
];

/** The Chinese name of an account; the account itself where it has none. */
export const accountName = (account: string): string =>
  ACCOUNT_NAMES.find(([pattern]) => pattern.test(account))?.[1] ?? account;
