import { BY } from '../links';
import { buy, closing, refunded, sweep } from './parts';
import { scenario, type Part } from './scenario';

const by = (link: number, [thought = 0.1, asked = 0.3] = buy.details ?? []): Part => ({
  ...buy,
  details: [thought, asked, 0.1, 0.1, 0.1, 0.1, link],
});
const paidOut = (at: number): Part => ({
  at,
  story: 'requestPayout',
  details: [0.1, 0.9, 0.1, 0.1, 0.1, 0.1, 0.9],
});
/** Both admins let a payout pass, one of them first. */
const approved = (at: number): readonly Part[] => [
  { at, story: 'decidePayouts', details: [0.1, 0.1] },
  { at: at + 60, story: 'keepBooks', details: [0.9] },
];

/** Those who bring buyers, or say so. */
export const affiliates = [
  scenario('by the link of a friend', [by(BY.friend), ...sweep]),
  scenario('by the link of a friend, returned', [by(BY.friend), ...sweep, ...refunded]),
  scenario('by the link of a friend, a part returned', [
    by(BY.friend),
    ...sweep,
    { at: 240, story: 'refundPart' },
    { at: 320, story: 'submitRefunds' },
    { at: 400, story: 'refundPart', details: [0.9] },
    { at: 600, story: 'submitRefunds' },
  ]),
  scenario('by the link of a friend, with a coupon the platform bears', [
    { ...by(BY.friend), story: 'buyWithCoupon', details: [0.1, 0.3, 0, 0, 0.9, 0.1, BY.friend] },
    ...sweep,
    ...refunded,
  ]),
  scenario(
    'by the link of a friend, at the last moment',
    [by(BY.friend, [0.898, 0.1]), ...closing],
    {
      minutes: 60,
      adversity: { closeOkButLands: 1, callbackDelayed: 0.3 },
    },
  ),
  scenario('by one’s own link', [by(BY.oneself), ...sweep]),
  scenario('by the link of its teacher', [by(BY.teacher), ...sweep]),
  scenario('an order that is asked for again by the link of another', [
    { ...by(BY.friend), story: 'abandon' },
    { ...by(BY.another), at: 60 },
    ...sweep,
  ]),
  scenario('two links at once', [by(BY.friend), by(BY.another), ...sweep]),
  scenario('the shares change while it is bought by a link', [
    by(BY.friend),
    { at: 3, story: 'changeShare', details: [0.5, 0.9] },
    ...sweep,
    ...refunded,
  ]),
  scenario('an affiliate is paid out', [paidOut(0), ...approved(60)], { books: true }),
  scenario(
    'an affiliate is paid out, and what they brought is asked back',
    [
      paidOut(0),
      ...approved(60),
      { at: 180, story: 'refund', who: 'oDan' },
      { at: 240, story: 'review', details: [0.1, 0.1, 0.1] },
      { at: 300, story: 'keepBooks', details: [0.1] },
      { at: 360, story: 'submitRefunds' },
      paidOut(400),
    ],
    { books: true },
  ),
  scenario(
    'an affiliate asks for a payout while a refund is decided',
    [
      { at: 0, story: 'refund', who: 'oDan' },
      { at: 60, story: 'review', details: [0.1, 0.1, 0.1] },
      paidOut(60),
      ...approved(120),
      { at: 300, story: 'submitRefunds' },
    ],
    { books: true },
  ),
];
