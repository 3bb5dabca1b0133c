import type { DifferenceKind } from './differences';

/** What an admin may propose to do with money or rights, and another decides on. */
export const PROPOSAL_KINDS = [
  'acceptPayment',
  'sendBackPayment',
  'settledOutside',
  'explain',
  'retryRefund',
  'closeRefund',
  'writeOff',
  'grantAccess',
  'revokeAccess',
  'recordSettlement',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATUSES = ['open', 'approved', 'rejected', 'withdrawn'] as const;

/** What an admin reads as the name of each kind. */
export const PROPOSAL_NAMES: Readonly<Record<ProposalKind, string>> = {
  acceptPayment: '认可付款并开通',
  sendBackPayment: '原路退回付款',
  settledOutside: '已在支付平台处理完毕',
  explain: '已查明，无需入账',
  retryRefund: '重新提交退款',
  closeRefund: '按支付平台的结果了结退款',
  writeOff: '核销欠款',
  grantAccess: '赠予内容',
  revokeAccess: '收回内容',
  recordSettlement: '登记平台结算到账',
};

/** What may be proposed about each kind of difference. */
export const REMEDIES: Readonly<Record<DifferenceKind, readonly ProposalKind[]>> = {
  mismatch: ['acceptPayment', 'sendBackPayment', 'settledOutside'],
  secondPayment: ['settledOutside'],
  orphan: ['settledOutside'],
  missingHere: ['explain'],
  missingThere: ['explain'],
  amountDiffers: ['explain'],
  contradiction: ['explain'],
  abnormalRefund: ['retryRefund', 'closeRefund'],
};
