/** Why an entry of each kind is made, in a sentence; and the choices of a filter, in this order. */
export const ENTRY_REASONS: Readonly<Record<string, { word: string; reason: string }>> = {
  paid: {
    word: '付款',
    reason: '买家付款成功：款项暂存支付平台，讲师分成与推广佣金在退款期内先挂起。',
  },
  refundApproved: {
    word: '批准退款',
    reason: '退款已批准：从讲师、推广员与平台各自的部分转为应退款。',
  },
  refundSucceeded: { word: '退款到账', reason: '支付平台已把款项退给买家。' },
  refundFailed: { word: '退款失败', reason: '退款最终没有成功：批准时的分录原样冲回。' },
  externalRefund: { word: '平台侧退款', reason: '退款由支付平台或商户后台发起，店里按结果入账。' },
  sentBack: { word: '原路退回', reason: '这笔付款不应开通内容，收到后立即退回。' },
  matured: { word: '收入到期', reason: '退款期已过：讲师分成与推广佣金转为可提现。' },
  suspense: { word: '暂挂', reason: '付款与订单不符：先暂挂，等人查明。' },
  suspenseCleared: { word: '核销暂挂', reason: '暂挂的款项已经查明并有了着落。' },
  payoutReserved: { word: '提现冻结', reason: '申请提现：金额先冻结。' },
  payoutDone: { word: '提现到账', reason: '款项已付给收款人。' },
  payoutFailed: { word: '提现退回', reason: '提现没有付出：金额退回可提现余额。' },
  feeCharged: { word: '手续费', reason: '支付平台收取的手续费，以账单为准。' },
  feeReturned: { word: '退手续费', reason: '发生退款，支付平台退还手续费，以账单为准。' },
  settled: { word: '结算到账', reason: '支付平台把待结算款打到了银行账户。' },
  membershipEarned: {
    word: '会员收入',
    reason:
      '会员时长已经过去的部分确认为收入：讲师部分按该会员的学习时长分给各位讲师，其余归平台。',
  },
  membershipCredited: { word: '会员分成', reason: '讲师按会员学习时长分得的部分，直接可提现。' },
  writtenOff: { word: '核销欠款', reason: '经两位管理员同意，欠款由平台承担。' },
};
