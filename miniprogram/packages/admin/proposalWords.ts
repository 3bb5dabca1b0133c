import type { ProposalKind } from '../../../shared/books/proposals';

/** What each proposal will do once a second admin agrees. */
export const PROPOSAL_EFFECTS: Readonly<Record<ProposalKind, string>> = {
  acceptPayment: '这笔款按订单收款入账，并为学员开通内容。',
  sendBackPayment: '这笔款从原支付账户退回，订单不开通。',
  settledOutside: '已在支付平台退回或处理，这里登记结果、结清待查款项。',
  explain: '原因已查明，不需要动账，差异关闭。',
  retryRefund: '用同一个退款单号重新提交，不会重复退款。',
  closeRefund: '以支付平台的最终结果了结这笔退款，不再重试。',
  writeOff: '欠款由平台承担，从对方账上核销。',
  grantAccess: '不收款，直接为学员开通内容。',
  revokeAccess: '收回学员免费得到的内容，付过款的订单请走退款。',
  recordSettlement: '登记支付平台打到银行账户的款项。',
};

/** Proposals that take something away from a person. */
export const HARD_PROPOSALS: readonly ProposalKind[] = [
  'sendBackPayment',
  'writeOff',
  'revokeAccess',
];
