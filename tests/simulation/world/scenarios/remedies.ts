import { buy, sweep } from './parts';
import { scenario, type Part } from './scenario';

/** What is chosen of the wishes, by its place among the four. */
const wish = (at: number, choice: number, more: Partial<Part> = {}): Part => ({
  at,
  story: 'proposeByHand',
  details: [0.1, choice / 4 + 0.05, 0.5, 0.1, 0.1],
  ...more,
});
const [GRANT, REVOKE, WRITE_OFF, SETTLEMENT] = [0, 1, 2, 3];

/** What two admins decide on by themselves. */
export const remedies = [
  scenario(
    'given by hand and taken back',
    [wish(0, GRANT), { at: 60, story: 'deliverOutbox' }, wish(120, REVOKE), wish(180, REVOKE)],
    { books: true },
  ),
  scenario('given by hand while it is bought', [buy, wish(5, GRANT), ...sweep], { books: true }),
  scenario(
    'a membership given by hand twice',
    [wish(0, GRANT), wish(1, GRANT), wish(120, REVOKE), wish(240, REVOKE)],
    { books: true, item: 'month' },
  ),
  scenario(
    'a debt of the teacher is written off',
    [
      { at: 0, story: 'requestPayout', details: [0.9, 0.9] },
      { at: 60, story: 'decidePayouts', details: [0.1, 0.1, 0.1] },
      { at: 120, story: 'keepBooks', details: [0.9] },
      { at: 180, story: 'refund', who: 'oDan' },
      { at: 240, story: 'review', details: [0.1, 0.1, 0.1] },
      wish(300, WRITE_OFF),
      wish(360, WRITE_OFF),
      { ...buy, at: 400 },
      { at: 500, story: 'keepBooks', details: [0.1] },
    ],
    { books: true, payee: 'bank' },
  ),
  scenario(
    'a settlement booked twice',
    [wish(0, SETTLEMENT), wish(0, SETTLEMENT), wish(180, SETTLEMENT)],
    {
      books: true,
    },
  ),
  scenario(
    'a wrong amount, given back in the console',
    [buy, ...sweep, { at: 300, story: 'settleOutside' }],
    { books: true, minutes: 90, adversity: { wrongAmount: 1 } },
  ),
  scenario(
    'a wrong amount, given back in the console and not said which',
    [buy, ...sweep, { at: 300, story: 'settleOutside', details: [0.1, 0.1, 0.9, 0.1, 0.1] }],
    { books: true, minutes: 90, adversity: { wrongAmount: 1 } },
  ),
  scenario(
    'money of nobody, given back in the console',
    [
      { at: 0, story: 'strayCallback' },
      // An order may turn up for ten minutes; WeChat has told of the payment again by then.
      { at: 1500, story: 'settleOutside' },
    ],
    { books: true, minutes: 90 },
  ),
];
