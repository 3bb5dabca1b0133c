import type { Order } from '../../orders/order';
import { differs, unless, type Check } from '../check';
import { sumOf, foldOf, total } from '../fold';
import type { OrderCase } from './orderCase';

/** The entry that a settled order has of its payment, by status. */
const PAYMENT_ENTRY: Partial<Record<Order['status'], 'paid' | 'sentBack'>> = {
  paid: 'paid',
  partiallyRefunded: 'paid',
  refunded: 'paid',
  autoRefunding: 'sentBack',
  autoRefunded: 'sentBack',
};

/** What the buyer's money was booked as: never in two ways, and not at all before it is settled. */
const findPaymentEntries = ({ order, entries }: OrderCase): string[] => {
  const wanted = order.paid?.amount === 0 ? undefined : PAYMENT_ENTRY[order.status];
  return (['paid', 'sentBack'] as const).flatMap((kind) =>
    differs(`the number of its entries ${kind}`, {
      is: entries.filter((entry) => entry.kind === kind).length,
      wanted: wanted === kind ? 1 : 0,
    }),
  );
};

/** The amount in the order is the amount agreed, and is what the provider was said to have. */
const findAmounts = ({ order, entries }: OrderCase): string[] => {
  const { paid, payable, history } = order;
  if (!paid || !PAYMENT_ENTRY[order.status]) return [];
  const reviewed = history.some(({ to }) => to === 'review');
  // What a person sends back out of suspense came in with the suspense.
  const fromSuspense = reviewed && PAYMENT_ENTRY[order.status] === 'sentBack';
  const took = sumOf(
    foldOf(entries.filter(({ kind }) => kind === 'paid' || kind === 'sentBack')),
    'psp:',
  );
  return [
    ...(reviewed ? [] : differs('what was paid', { is: paid.amount, wanted: payable })),
    ...(fromSuspense ? [] : differs('what was booked', { is: took, wanted: paid.amount })),
  ];
};

/** List price less discounts is the price, in whole fen. */
const findQuote = ({ order }: OrderCase): string[] => [
  ...differs('list price less discounts', {
    is: order.listPrice - total(order.discounts ?? [], ({ amount }) => amount),
    wanted: order.payable,
  }),
  ...unless(order.payable >= 0 && order.listPrice >= 0, 'a price is below nothing'),
  ...unless(
    (order.discounts ?? []).every(({ amount }) => amount > 0),
    'a discount takes nothing off',
  ),
];

/** What was agreed is what was paid is what was booked. */
export const PAYMENT_CHECKS: readonly Check<OrderCase>[] = [
  { id: 'INV3', find: findPaymentEntries },
  { id: 'INV3', find: findAmounts },
  { id: 'INV25', find: findQuote },
];
