import type { ItemName } from '../cast';
import { buy, refunded, sweep } from './parts';
import { scenario } from './scenario';

const ITEMS_TO_BUY: readonly ItemName[] = [
  'plain',
  'limited',
  'lastSeat',
  'free',
  'freeSeat',
  'oneFen',
  'month',
];

/** Every item, bought and returned. */
export const purchases = ITEMS_TO_BUY.flatMap((item) => [
  scenario(`buy ${item}`, [buy, ...sweep], { item }),
  scenario(`buy ${item}, virtual payment`, [buy, ...sweep], { item, platform: 'android' }),
  scenario(`buy and return ${item}`, [buy, ...sweep, ...refunded], { item }),
]);

/** Fingers and phones that are faster than the shop. */
export const taps = [
  scenario('double tap', [{ at: 0, story: 'buyTwice' }, ...sweep]),
  scenario('double tap, last seat', [{ at: 0, story: 'buyTwice' }, ...sweep], { item: 'lastSeat' }),
  scenario('two phones', [{ at: 0, story: 'buyOnTwoPhones' }, ...sweep]),
  scenario('two phones, last seat', [{ at: 0, story: 'buyOnTwoPhones' }, ...sweep], {
    item: 'lastSeat',
  }),
  scenario('an old request again', [{ at: 0, story: 'replay' }, ...sweep]),
  scenario('resumed', [{ at: 0, story: 'abandon' }, { at: 60, story: 'resume' }, ...sweep]),
  scenario('two people, one seat', [buy, { ...buy, who: 'oBen' }, ...sweep], { item: 'lastSeat' }),
  scenario(
    'a crowd at two seats',
    ['oAmy', 'oBen', 'oCat', 'oDan'].map((who) => ({ ...buy, who })),
    { item: 'limited' },
  ),
  scenario('the share changes meanwhile', [
    buy,
    { at: 5, story: 'changeShare', details: [0.5] },
    ...sweep,
  ]),
  scenario('repriced meanwhile', [buy, { at: 5, story: 'reprice', details: [0.5] }, ...sweep]),
  scenario('retired meanwhile', [buy, { at: 5, story: 'retire' }, ...sweep]),
  scenario('forged', [{ at: 0, story: 'abandon' }, { at: 9, story: 'forge' }, ...sweep]),
];
