import type { FaultKnobs } from '../../faults/faults';
import type { OrderBook } from '../orderBook';
import type { CloudPayment } from '../payment';
import type { RefundDesk } from '../refundDesk';
import type { ShareReturns } from '../sharing/shareReturns';
import type { SharingDesk } from '../sharing/sharingDesk';
import type { Merchant } from './answer';
import { field } from './answer';

/** What every cloudPay interface works with. */
export interface CloudPayParts {
  book: OrderBook;
  refunds: RefundDesk;
  sharings: SharingDesk;
  shareReturns: ShareReturns;
  /** The percentage of a payment that may be shared; undefined where nothing may be. */
  sharePercent: number | undefined;
  faults: FaultKnobs;
  appid: string;
  /** The merchant number calls must name; undefined takes any. */
  subMchId: string | undefined;
  /** What WeChat Pay keeps of each payment, as a part of one. */
  feeRate: number;
}

/** The merchant a request names. */
export function merchantOf(params: Record<string, unknown>, { appid }: CloudPayParts): Merchant {
  return { appid, subMchId: field(params, 'sub_mch_id') };
}

/** The payment a request means: `transaction_id` wins over `out_trade_no`. */
export function findPayment(
  params: Record<string, unknown>,
  { book }: CloudPayParts,
): CloudPayment | undefined {
  const transactionId = field(params, 'transaction_id');
  const payment = transactionId
    ? book.findByTransaction(transactionId)
    : book.find(field(params, 'out_trade_no'));
  return payment?.channel === 'cloudPay' ? payment : undefined;
}
