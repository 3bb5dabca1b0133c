import { PAYEES } from '../script';
import { buy, looks, refunded, sweep } from './parts';
import { scenario, type Part } from './scenario';

const FIRST = [0.1, 0.9, 0.1, 0.1, 0.1, 0.1];
/** Both admins let a payout pass, one of them first. */
const approved: readonly Part[] = [
  { at: 60, story: 'decidePayouts', details: [0.1, 0.1] },
  { at: 120, story: 'keepBooks', details: [0.9] },
];

/** Teachers who are paid. */
export const payouts = PAYEES.flatMap((payee) => [
  scenario(
    `a teacher is paid by ${payee}`,
    [
      { at: 0, story: 'requestPayout', details: FIRST },
      ...approved,
      { at: 200, story: 'decidePayouts', details: [0.9, 0.1, 0.1] },
      { at: 400, story: 'keepBooks', details: [0.1] },
    ],
    { books: true, payee },
  ),
  scenario(
    `two payouts at once, by ${payee}`,
    [
      { at: 0, story: 'requestPayout', details: [0.8, 0.1] },
      { at: 0, story: 'proposePayout', details: [0.1, 0.8] },
      ...approved,
    ],
    { books: true, payee },
  ),
  scenario(
    `paid out by ${payee}, then asked back`,
    [
      { at: 0, story: 'requestPayout', details: [0.9, 0.9] },
      ...approved,
      { at: 180, story: 'refund', who: 'oDan' },
      { at: 240, story: 'review', details: [0.1, 0.1, 0.1] },
      { at: 300, story: 'keepBooks', details: [0.1] },
      { at: 360, story: 'submitRefunds' },
      { at: 400, story: 'requestPayout', details: FIRST },
    ],
    { books: true, payee },
  ),
  scenario(
    `a payout by ${payee} while a refund is decided`,
    [
      { at: 0, story: 'refund', who: 'oDan' },
      { at: 60, story: 'review', details: [0.1, 0.1, 0.1] },
      { at: 60, story: 'requestPayout', details: [0.9, 0.1] },
      { at: 120, story: 'decidePayouts', details: FIRST },
      { at: 240, story: 'keepBooks', details: [0.1] },
      { at: 300, story: 'submitRefunds' },
    ],
    { books: true, payee },
  ),
]);

/** Bills, and what two people decide. */
export const books = [
  scenario('paid twice, and a person decides', [buy, ...sweep, ...looks(1200)], {
    adversity: { secondPayment: 1, callbackLost: 0.5 },
    books: true,
    minutes: 90,
  }),
  scenario('a wrong amount, and two people decide', [buy, ...sweep, ...looks(300)], {
    adversity: { wrongAmount: 1 },
    books: true,
  }),
  scenario(
    'a wrong amount, and what is proposed is turned down',
    [
      buy,
      ...sweep,
      { at: 300, story: 'settleDifferences', details: [0.1, 0.1, 0.1, 0.9, 0.9] },
      ...looks(600),
    ],
    { adversity: { wrongAmount: 1 }, books: true },
  ),
  scenario('in a bill of three days later', [buy, ...sweep], {
    adversity: { billedLate: 1 },
    books: true,
  }),
  scenario('abnormal, and two people decide', [buy, ...sweep, ...refunded, ...looks(1100)], {
    adversity: { refundAbnormal: 1 },
    books: true,
    minutes: 40,
  }),
  scenario('nobody is told anything', [buy, { ...buy, who: 'oBen', item: 'month' }], {
    adversity: { callbackLost: 1, queryLags: 1 },
    books: true,
  }),
  scenario(
    'a day compared twice at once',
    [
      buy,
      ...sweep,
      { at: 300, story: 'reconcileAgain' },
      { at: 301, story: 'keepBooks', details: [0.1] },
      { at: 302, story: 'reconcileAgain' },
    ],
    { books: true },
  ),
];
