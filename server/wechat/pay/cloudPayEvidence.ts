import * as z from 'zod';
import type { HeardFrom, PaymentEvidence, RefundEvidence } from '../../payments';
import { momentOf } from './beijing';
import { isSuccess, type CloudPayAnswer } from './cloudPayApi';

/** Fen, as a number or in digits. Nothing at all is heard, too: no order asks for it, so a person must look. */
const paidAmount = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
]);

const amount = z.coerce.number().int().min(1);

/** All that a payment must say of itself; with any of it missing it is no evidence. */
const payment = z.object({
  outTradeNo: z.string().min(1),
  transactionId: z.string().min(1),
  totalFee: paidAmount,
  subOpenid: z.string().min(1),
  subMchId: z.string().min(1),
  subAppid: z.string().min(1),
  timeEnd: z.string(),
});

/** A payment as a callback or a query tells it; undefined when it is not one, or not wholly. */
export const paymentFrom = (
  answer: CloudPayAnswer,
  heardFrom: HeardFrom,
): PaymentEvidence | undefined => {
  const told = payment.safeParse(answer);
  const paidAt = momentOf(answer['timeEnd']);
  if (!isSuccess(answer) || !told.success || paidAt === undefined) return undefined;
  return {
    provider: 'cloudPay',
    orderId: told.data.outTradeNo,
    transactionId: told.data.transactionId,
    paid: told.data.totalFee,
    payer: told.data.subOpenid,
    merchant: told.data.subMchId,
    appId: told.data.subAppid,
    // cloudPay knows no sandbox: its money is always real.
    live: true,
    paidAt,
    heardFrom,
  };
};

const OUTCOMES: Readonly<Record<string, RefundEvidence['outcome']>> = {
  SUCCESS: 'succeeded',
  PROCESSING: 'processing',
  CHANGE: 'abnormal',
  ABNORMAL: 'abnormal',
  REFUNDCLOSE: 'closed',
  CLOSED: 'closed',
};

const refund = z.object({
  outTradeNo: z.string().min(1),
  outRefundNo: z.string().min(1),
  refundFee: amount,
  refundStatus: z.string(),
});

/** A refund as a callback tells it; undefined when it is not one, or not wholly. */
export const refundFrom = (
  answer: CloudPayAnswer,
  heardFrom: HeardFrom,
): RefundEvidence | undefined => {
  const told = refund.safeParse(answer);
  const outcome = told.success ? OUTCOMES[told.data.refundStatus] : undefined;
  if (answer['returnCode'] !== 'SUCCESS' || !told.success || !outcome) return undefined;
  return {
    provider: 'cloudPay',
    refundId: told.data.outRefundNo,
    orderId: told.data.outTradeNo,
    amount: told.data.refundFee,
    outcome,
    heardFrom,
  };
};

const lists = z.object({
  outTradeNo: z.string(),
  outRefundNoList: z.array(z.unknown()),
  refundFeeList: z.array(z.unknown()),
  refundStatusList: z.array(z.unknown()),
});

/** One refund out of the lists of `queryRefund`, which production leaves empty at times; then undefined. */
export const refundFromLists = (
  answer: CloudPayAnswer,
  refundId: string,
): RefundEvidence | undefined => {
  const told = lists.safeParse(answer);
  if (!isSuccess(answer) || !told.success) return undefined;
  const { outTradeNo, outRefundNoList, refundFeeList, refundStatusList } = told.data;
  const at = outRefundNoList.indexOf(refundId);
  if (at < 0) return undefined;
  return refundFrom(
    {
      returnCode: 'SUCCESS',
      outTradeNo,
      outRefundNo: refundId,
      refundFee: refundFeeList[at],
      refundStatus: refundStatusList[at],
    },
    'query',
  );
};
