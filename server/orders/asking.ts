import type { PaymentEvidence, ProviderName } from '../payments';
import { unknown, type Unknown } from '../payments';
import type { Ports } from '../ports';
import { applyPayment, type PaymentOutcome } from './applyPayment';
import type { By } from './order';

/** An order as its provider knows it. */
export type Asked = {
  readonly provider: ProviderName;
  readonly orderId: string;
  readonly openid: string;
};

type Told = { kind: PaymentOutcome; evidence: PaymentEvidence } | { kind: 'unpaid' } | Unknown;

/** Asks the provider whether an order was paid and, if so, lets the payment through the one door. */
export const askProvider = async (
  ports: Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>,
  { provider: name, orderId, openid }: Asked,
  call: { readonly now: number; readonly by: By },
): Promise<Told> => {
  const provider = ports.pay.named(name);
  if (!provider) return unknown(`${name} is not configured`);
  const state = await provider.query({ orderId, openid });
  if (state.kind === 'unknown') {
    ports.log({ level: 'warn', event: 'provider undecided', orderId, ...state });
    return state;
  }
  if (state.kind !== 'paid') return { kind: 'unpaid' };
  const kind = await applyPayment(ports, state.evidence, call);
  return { kind, evidence: state.evidence };
};
