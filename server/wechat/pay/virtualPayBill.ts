import { parseYuan } from '../../../shared/money';
import type { BillLine } from '../../payments';
import { momentOf } from './beijing';
import { billTable, thousandthsOf, type BillRow } from './billTable';

/**
 * WeChat does not publish how the file of `download_bill` is written. These are the columns a day must have to be
 * compared line by line; a file without them is kept and said to be unreadable, never guessed at.
 */
const FORM = {
  columns: [
    '交易时间',
    '交易类型',
    '商户订单号',
    '微信订单号',
    '退款单号',
    '订单金额(元)',
    '退款金额(元)',
    '手续费(元)',
  ],
  totals: '汇总',
} as const;

/** The lines of a virtual payment bill; undefined when any of them is written in a form nobody here knows. */
export const readVirtualPayBill = (text: string, merchant: string): BillLine[] | undefined => {
  const lines = billTable(text, FORM)?.map((row) => lineOf(row, merchant));
  return lines?.every((line) => line !== undefined) ? lines : undefined;
};

const lineOf = (row: BillRow, merchant: string): BillLine | undefined => {
  const at = momentOf((row['交易时间'] ?? '').replace(/\D/g, ''));
  const fee = thousandthsOf(row['手续费(元)'] ?? '');
  const orderId = row['商户订单号'];
  const reader = KINDS[row['交易类型'] ?? ''];
  if (at === undefined || fee === undefined || !orderId || !reader) return undefined;
  return reader(row, { at, fee, orderId, merchant });
};

type Common = Pick<BillLine, 'at' | 'fee' | 'orderId' | 'merchant'>;

const KINDS: Readonly<Record<string, (row: BillRow, common: Common) => BillLine | undefined>> = {
  支付: (row, common) => {
    const amount = parseYuan(row['订单金额(元)'] ?? '');
    const transactionId = row['微信订单号'];
    return amount !== undefined && transactionId
      ? { ...common, kind: 'payment', amount, transactionId }
      : undefined;
  },
  退款: (row, common) => {
    const amount = parseYuan(row['退款金额(元)'] ?? '');
    const refundId = row['退款单号'];
    return amount !== undefined && refundId
      ? { ...common, kind: 'refund', amount, refundId, outcome: 'succeeded' }
      : undefined;
  },
};
