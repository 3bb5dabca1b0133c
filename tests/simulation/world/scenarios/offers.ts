import { buy, closing, refunded, sweep } from './parts';
import { scenario } from './scenario';

/** Coupons, gifts and codes. */
export const offers = [
  scenario('with a coupon', [{ ...buy, story: 'buyWithCoupon' }, ...sweep]),
  scenario('with a coupon, returned', [
    { ...buy, story: 'buyWithCoupon' },
    ...sweep,
    ...refunded,
    { at: 900, story: 'buyWithCoupon' },
  ]),
  scenario('with a coupon the platform bears', [
    { ...buy, story: 'buyWithCoupon', details: [0.1, 0.3, 0, 0, 0.9] },
    ...sweep,
    ...refunded,
  ]),
  scenario('one coupon for two orders', [{ at: 0, story: 'buyTwoWithOneCoupon' }, ...sweep]),
  scenario('one coupon for two orders, the single one', [
    { at: 0, story: 'buyTwoWithOneCoupon', details: [0.1, 0.3, 0, 0, 0.5] },
    ...sweep,
  ]),
  scenario(
    'one coupon left for a crowd',
    ['oAmy', 'oBen', 'oCat'].map((who) => ({
      at: 0,
      story: 'claimCoupon' as const,
      who,
      details: [0, 0, 0, 0, 0.5],
    })),
  ),
  scenario('a claim that is left halfway', [
    ...[0, 0.25, 0.5].map((share, at) => ({
      at,
      story: 'claimAndLose' as const,
      who: ['oAmy', 'oBen', 'oCat'][at] ?? 'oAmy',
      details: [share],
    })),
    { at: 200, story: 'deliverOutbox' },
    { at: 400, story: 'deliverOutbox' },
  ]),
  scenario('one coupon left for two people with two phones', [
    ...['oAmy', 'oBen', 'oAmy', 'oBen'].map((who, at) => ({
      at: at / 10,
      story: 'claimCoupon' as const,
      who,
      details: [0, 0, 0, 0, 0.5],
    })),
    { at: 60, story: 'buyWithCoupon', who: 'oBen', details: [0.1, 0.1, 0, 0, 0.5] },
  ]),
  scenario(
    'a coupon of an order over its time',
    [
      { at: 0, story: 'buyWithCoupon', details: [0.95, 0.1, 0, 0, 0.5] },
      ...closing,
      { at: 2700, story: 'buyWithCoupon', details: [0.1, 0.1, 0, 0, 0.5] },
    ],
    { minutes: 60, adversity: { closeOkButLands: 1 } },
  ),
  scenario('a gift', [
    { ...buy, story: 'buyGift' },
    ...sweep,
    { at: 300, story: 'takeGift', who: 'oBen', details: [0, 0, 0, 0.1] },
  ]),
  scenario('a gift two people want', [
    { ...buy, story: 'buyGift' },
    ...sweep,
    ...['oBen', 'oCat', 'oAmy'].map((who) => ({ at: 300, story: 'takeGift' as const, who })),
  ]),
  scenario('a gift taken and asked back', [
    { ...buy, story: 'buyGift' },
    ...sweep,
    { at: 300, story: 'takeGift', who: 'oBen' },
    { at: 300, story: 'refund' },
    { at: 420, story: 'submitRefunds' },
    { at: 700, story: 'submitRefunds' },
  ]),
  scenario('a code for two people', [
    { at: 0, story: 'redeemCode' },
    { at: 0, story: 'redeemCode', who: 'oBen' },
    { at: 100, story: 'deliverOutbox' },
  ]),
];
