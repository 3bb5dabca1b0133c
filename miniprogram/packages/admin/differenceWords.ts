import type { DifferenceKind } from '../../../shared/books/differences';

/** What a difference of each kind means, and what to look at before deciding. */
export const DIFFERENCE_STORIES: Readonly<Record<DifferenceKind, string>> = {
  mismatch:
    '收到一笔付款，但金额、付款人或收款商户与订单对不上，内容没有开通。先核对支付平台的交易详情，再决定认可还是退回。',
  secondPayment: '订单已经付过款，又收到第二笔。请在支付平台把多付的一笔退给学员，再回来登记。',
  orphan: '收到一笔找不到对应订单的付款。请在支付平台查明付款人，处理后回来登记。',
  missingHere: '支付平台账单里有这一笔，店里没有记录。查明原因后写下结论。',
  missingThere: '店里有这一笔，支付平台账单里没有。可能跨日入账，次日仍没有再查明原因。',
  amountDiffers: '同一笔交易，店里和账单的金额不同。以支付平台为准，查明原因后写下结论。',
  contradiction: '支付平台先后给出了相反的结果。请登录支付平台查看这笔交易的最终状态。',
  abnormalRefund:
    '退款没有退到学员账户，常见于银行卡已注销。可以重新提交，或在支付平台处理后按结果了结。',
};
