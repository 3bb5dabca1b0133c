import { parseYuan } from '../../../shared/money';
import type { BillLine, RefundEvidence } from '../../payments';
import { momentOf } from './beijing';
import { billTable, thousandthsOf, type BillRow } from './billTable';

/** `downloadBill` of type ALL (V2): one line for each payment and each refund that was taken on. */
const FORM = {
  columns: [
    '交易时间',
    '特约商户号',
    '微信订单号',
    '商户订单号',
    '交易状态',
    '微信退款单号',
    '商户退款单号',
    '退款状态',
    '手续费',
    '订单金额',
    '申请退款金额',
  ],
  totals: '总交易单数',
} as const;

const OUTCOMES: Readonly<Record<string, RefundEvidence['outcome']>> = {
  SUCCESS: 'succeeded',
  PROCESSING: 'processing',
  CHANGE: 'abnormal',
  FAIL: 'closed',
  REFUNDCLOSE: 'closed',
};

/** The lines of a cloudPay bill; undefined when any of them is written in a form nobody here knows. */
export const readCloudPayBill = (text: string): BillLine[] | undefined => {
  const lines = billTable(text, FORM)?.map(lineOf);
  return lines?.every((line) => line !== undefined) ? lines : undefined;
};

const lineOf = (row: BillRow): BillLine | undefined => {
  const at = momentOf((row['交易时间'] ?? '').replace(/\D/g, ''));
  const fee = thousandthsOf(row['手续费'] ?? '');
  const orderId = row['商户订单号'];
  if (at === undefined || fee === undefined || !orderId) return undefined;
  const common = { at, fee, orderId, merchant: row['特约商户号'] ?? '' };
  return row['交易状态'] === 'SUCCESS' ? paymentOf(row, common) : refundOf(row, common);
};

type Common = Pick<BillLine, 'at' | 'fee' | 'orderId' | 'merchant'>;

const paymentOf = (row: BillRow, common: Common): BillLine | undefined => {
  const amount = parseYuan(row['订单金额'] ?? '');
  const transactionId = row['微信订单号'];
  return amount !== undefined && transactionId
    ? { ...common, kind: 'payment', amount, transactionId }
    : undefined;
};

const refundOf = (row: BillRow, common: Common): BillLine | undefined => {
  const amount = parseYuan(row['申请退款金额'] ?? '');
  const outcome = OUTCOMES[row['退款状态'] ?? ''];
  const refundId = row['商户退款单号'] || row['微信退款单号'];
  return row['交易状态'] === 'REFUND' && amount !== undefined && outcome && refundId
    ? { ...common, kind: 'refund', amount, refundId, outcome }
    : undefined;
};
