import { differs, unless, type Check } from '../check';
import { isNoFee } from '../entry';
import { foldOf, sumOf } from '../fold';
import type { OrderCase, ProviderTruth } from './orderCase';

type Find = (file: OrderCase & { readonly provider: ProviderTruth }) => string[];

/** Only what a provider was asked about can be compared with it. */
const asked =
  (find: Find) =>
  ({ provider, ...file }: OrderCase): string[] =>
    provider ? find({ ...file, provider }) : [];

const findPaidBackTooMuch: Find = ({ provider: { paid, refunded } }) =>
  unless(refunded <= paid, `the provider paid back ${refunded} of ${paid}`);

const TAKEN_IN: readonly string[] = ['paid', 'sentBack', 'suspense'];

/** Money that came in was booked, as what it was or apart. */
const findUnheard: Find = ({ provider, entries }) =>
  unless(
    provider.paid === 0 || entries.some(({ kind }) => TAKEN_IN.includes(kind)),
    `the provider took ${provider.paid} that nobody booked`,
  );

const findUnproven: Find = ({ provider, order }) =>
  unless(
    !order.paid || order.paid.amount <= provider.paid,
    `${order.paid?.amount} paid here, ${provider.paid} at the provider`,
  );

/** What the journal says the provider holds of an order is what it holds. */
const findNet: Find = ({ provider, entries }) =>
  differs('what the provider holds', {
    is: sumOf(foldOf(entries.filter(isNoFee)), 'psp:'),
    wanted: provider.paid - provider.refunded,
  });

/** What the order and the journal say, against the provider's own book. */
export const PROVIDER_CHECKS: readonly Check<OrderCase>[] = [
  { id: 'INV10', find: asked(findPaidBackTooMuch) },
  { id: 'INV19', find: asked(findUnheard) },
  { id: 'INV20', find: asked(findUnproven) },
  { id: 'INV23', find: asked(findNet) },
];
