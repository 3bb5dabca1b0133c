import type { ProviderName } from '../payments';
import type { Ports } from '../ports';
import type { By } from '../orders/order';
import { applyRefund, type RefundOutcome } from './applyRefund';

/** A refund as its provider knows it. */
export type AskedRefund = {
  readonly provider: ProviderName;
  readonly orderId: string;
  readonly refundId: string;
  readonly openid: string;
};

/**
 * Asks the provider what became of a refund and lets the answer through the one door. `absent`: the provider has never
 * heard of it; `unknown`: it gave no answer that says anything.
 */
export const askForRefund = async (
  ports: Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>,
  { provider: name, ...asked }: AskedRefund,
  call: { readonly now: number; readonly by: By },
): Promise<RefundOutcome | 'absent' | 'unknown'> => {
  const told = await ports.pay.named(name)?.queryRefund(asked);
  if (told?.kind === 'found') return applyRefund(ports, told.evidence, call);
  return told?.kind ?? 'unknown';
};
