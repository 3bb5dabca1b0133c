/** All that a person must look at before the books are right. */
export const DIFFERENCE_KINDS = [
  'mismatch',
  'secondPayment',
  'orphan',
  'missingHere',
  'missingThere',
  'amountDiffers',
  'contradiction',
  'abnormalRefund',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const DIFFERENCE_STATUSES = ['open', 'resolved'] as const;

/** What an admin reads as the name of each kind. */
export const DIFFERENCE_NAMES: Readonly<Record<DifferenceKind, string>> = {
  mismatch: '付款与订单不符',
  secondPayment: '同一订单的第二笔付款',
  orphan: '找不到订单的付款',
  missingHere: '账单有、本店没有',
  missingThere: '本店有、账单没有',
  amountDiffers: '与账单金额不同',
  contradiction: '支付平台前后说法矛盾',
  abnormalRefund: '退款异常，款项未到账',
};
