import type { Payment } from '../../../shared/orders/contract';
import { replacePage, pages } from '../../lib/navigate';
import { showCashier } from '../../lib/pay';

/** After the cashier: a cancelled order stays to be paid, anything else is asked of the provider. */
export const payNow = async (orderId: string, payment: Payment): Promise<void> => {
  const word = await showCashier(payment);
  replacePage(word === 'cancelled' ? pages.order : pages.result, { orderId });
};
