import type { Platform } from '../../shared/orders/contract';
import { fail, ok, type Result } from '../../shared/result';
import type { PaymentProviders } from '../payments';
import type { PayTo } from './order';

/** Who takes a payment, by the dated route table; nobody takes nothing. Courses and memberships are virtual goods. */
export const payToFor = (
  pay: PaymentProviders,
  payment: { readonly platform: Platform; readonly amount: number; readonly now: number },
): Result<PayTo | undefined, 'PAYMENT_UNAVAILABLE'> => {
  if (payment.amount === 0) return ok(undefined);
  const provider = pay.route({ ...payment, goods: 'virtual' });
  return provider
    ? ok({ provider: provider.name, ...provider.payee() })
    : fail('PAYMENT_UNAVAILABLE');
};
