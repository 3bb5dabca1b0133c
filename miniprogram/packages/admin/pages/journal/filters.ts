import type { Choice } from '../../../../components/filter-bar/index';
import { ENTRY_REASONS } from '../../entryWords';

/** The kinds of entries to choose from. */
export const KINDS: readonly Choice[] = [
  { value: '', word: '全部' },
  ...Object.entries(ENTRY_REASONS).map(([value, { word }]) => ({ value, word })),
];

/** The accounts of the shop itself to choose from; those of one teacher are reached from the overview. */
export const ACCOUNTS: readonly { readonly account: string; readonly name: string }[] = [
  { account: '', name: '全部账户' },
  { account: 'psp:cloudPay', name: '微信支付待结算' },
  { account: 'psp:virtualPay', name: '虚拟支付待结算' },
  { account: 'bank', name: '银行存款' },
  { account: 'refundPayable', name: '待退款' },
  { account: 'payoutTransit', name: '提现途中' },
  { account: 'suspense', name: '待查款项' },
  { account: 'membershipPool', name: '会员预收' },
  { account: 'teachersDue', name: '待分讲师' },
  { account: 'revenue:commission', name: '平台分成收入' },
  { account: 'revenue:membership', name: '会员收入' },
  { account: 'revenue:refunded', name: '平台承担的退款' },
  { account: 'expense:fee', name: '手续费支出' },
  { account: 'expense:promotion', name: '优惠补贴' },
  { account: 'expense:goodwill', name: '核销损失' },
];
