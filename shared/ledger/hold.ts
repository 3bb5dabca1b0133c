import type { Platform } from '../orders/contract';
import type { Provider } from '../orders/routes';

const LEAST_DAYS = 7;

/** Virtual payment settles what was paid on an iPhone after 45 to 60 days (V2). */
const APPLE_DAYS = 60;

/** How many days after a payment the teacher's share of it is held back, frozen into each order. */
export const holdDaysOf = (sale: {
  /** The shop's refund window. */
  readonly refundDays: number;
  readonly provider: Provider | undefined;
  readonly platform: Platform;
}): number => {
  const settledByApple = sale.provider === 'virtualPay' && sale.platform === 'ios';
  return Math.max(LEAST_DAYS, sale.refundDays, settledByApple ? APPLE_DAYS : 0);
};
