import { LEARNERS } from '../cast';
import { buy, refunded, sweep } from './parts';
import { scenario } from './scenario';

/** Payments that are not as they should be. */
export const money = [
  scenario('a wrong amount', [buy, ...sweep], { adversity: { wrongAmount: 1 } }),
  scenario('a wrong payer', [buy, ...sweep], { adversity: { wrongPayer: 1 } }),
  scenario('a wrong merchant', [buy, ...sweep], { adversity: { wrongMerchant: 1 } }),
  scenario('paid twice', [buy, ...sweep], { adversity: { secondPayment: 1 }, minutes: 90 }),
  scenario('an order nobody knows', [{ at: 0, story: 'strayCallback' }], { minutes: 30 }),
  scenario('a callback lost', [buy, ...sweep], { adversity: { callbackLost: 1 } }),
  scenario('callbacks in crowds', [buy, ...sweep], {
    adversity: { callbackRepeated: 1, callbackTwins: 1 },
  }),
  scenario('an account erased after', [buy, ...sweep, { at: 400, story: 'eraseAccount' }]),
];

/** What must meet within a moment. */
export const meetings = [
  scenario('studying while asking for a refund', [
    buy,
    ...sweep,
    { at: 240, story: 'refundWhileStudying' },
    ...refunded.slice(1),
  ]),
  scenario(
    'memberships heard of in another order',
    [
      ...LEARNERS.map((who) => ({ ...buy, who })),
      ...LEARNERS.map((who) => ({ ...buy, who, at: 200, item: 'year' as const })),
      ...sweep,
    ],
    { item: 'month', adversity: { callbackDelayed: 0.5, queryLags: 1 }, minutes: 10 },
  ),
];
