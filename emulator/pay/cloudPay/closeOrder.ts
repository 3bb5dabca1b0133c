import type { PayApi } from '../../gateway/payAction';
import { refused, success } from './answer';
import { findPayment, merchantOf, type CloudPayParts } from './parts';

/** Closes an unpaid order; a paid one answers ORDERPAID (money W11). */
export function closeOrder(parts: CloudPayParts): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    const payment = findPayment(params, parts);
    if (!payment) return refused(merchant, 'ORDERNOTEXIST');
    if (payment.state === 'CLOSED') return refused(merchant, 'ORDERCLOSED');
    if (payment.state !== 'NOTPAY') return refused(merchant, 'ORDERPAID');
    const stillPayable = parts.faults.current.closeOkButPaid;
    parts.book.save({ ...payment, state: 'CLOSED', stillPayable }, '关单');
    return success(merchant, { result_msg: 'OK' });
  };
}
