import { buy, refunded, sweep } from './parts';
import { scenario, type Part, type Setting } from './scenario';

const returned = (name: string, parts: readonly Part[], setting: Setting = {}) =>
  scenario(name, [buy, ...sweep, ...parts], setting);

/** Money that goes back. */
export const refunds = [
  returned('a part returned', [{ at: 240, story: 'refundPart' }, ...refunded.slice(1)]),
  returned('a part, then the rest', [{ at: 200, story: 'refundPart' }, ...refunded]),
  returned('two parts at once', [{ at: 240, story: 'refundTwice', details: [0.9] }, ...refunded]),
  returned('the same refund twice', [{ at: 240, story: 'refundTwice' }, ...refunded]),
  returned(
    'decided by people',
    [
      { at: 240, story: 'refund' },
      { at: 300, story: 'review', details: [0.1, 0.1, 0.1] },
      ...refunded,
    ],
    { refundDays: 0 },
  ),
  returned(
    'rejected',
    [
      { at: 240, story: 'refund' },
      { at: 300, story: 'review', details: [0.1, 0.1, 0.1, 0.9, 0.9, 0.9] },
    ],
    { refundDays: 0 },
  ),
  returned(
    'decided in two ways',
    [
      { at: 240, story: 'refund' },
      { at: 300, story: 'review', details: [0.1, 0.1, 0.1, 0.1, 0.9, 0.1] },
      ...refunded,
    ],
    { refundDays: 0 },
  ),
  returned('closed by WeChat', refunded, { adversity: { refundClosed: 1 } }),
  returned('abnormal, then paid', refunded, { adversity: { refundAbnormalThenPaid: 1 } }),
  returned('taken back', refunded, { adversity: { refundStateGoesBack: 1 } }),
  returned('empty lists', refunded, { adversity: { emptyRefundLists: 0.7 } }),
  returned('taken, and no answer', refunded, { adversity: { acceptedThenError: 0.6 } }),
  returned('not dealt with', refunded, { adversity: { failWithCodeZero: 0.6 } }),
  returned('never there', refunded, { adversity: { transportFails: 0.6 } }),
  returned('by virtual payment', refunded, { platform: 'android' }),
  returned('by hand in the console', [{ at: 240, story: 'consoleRefund' }, ...refunded.slice(1)]),
  returned('by hand and by the buyer', [
    { at: 239, story: 'consoleRefund', details: [0, 0.9, 0.4] },
    ...refunded,
  ]),
  returned(
    'the rest by hand while a part is on its way',
    [
      { at: 240, story: 'refundPart' },
      { at: 241, story: 'consoleRefund', details: [0, 0.1, 0.1, 0.1, 0.1, 0.1] },
      ...refunded.slice(1),
    ],
    { adversity: { refundAbnormalThenPaid: 1 } },
  ),
  returned('bought again after', [...refunded, { at: 900, story: 'buy' }], { minutes: 30 }),
  scenario(
    'two memberships, one returned',
    [
      buy,
      { ...buy, at: 150 },
      ...sweep,
      { at: 400, story: 'refund' },
      { at: 500, story: 'review', details: [0.1, 0.1, 0.1] },
      { at: 600, story: 'submitRefunds' },
    ],
    { item: 'month', adversity: { callbackDelayed: 0.5 } },
  ),
  scenario(
    'a seat returned and sold again',
    [buy, ...sweep, ...refunded, { at: 1100, story: 'buy', who: 'oBen' }],
    { item: 'lastSeat', minutes: 30 },
  ),
];
