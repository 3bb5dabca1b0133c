import { closing, LATE, sweep, buy } from './parts';
import { scenario } from './scenario';

/** Orders that end unpaid, or nearly so. */
export const closings = (['devtools', 'android'] as const).flatMap((platform) => [
  scenario(
    `cancelled, ${platform}`,
    [
      { at: 0, story: 'abandon' },
      { at: 30, story: 'cancel' },
    ],
    {
      platform,
      item: 'lastSeat',
    },
  ),
  scenario(`cancelled while paying, ${platform}`, [buy, { at: 40, story: 'cancel' }, ...sweep], {
    platform,
    item: 'lastSeat',
    adversity: { closeOkButLands: 1 },
  }),
  scenario(`over its time, ${platform}`, [{ at: 0, story: 'abandon' }, ...closing], {
    platform,
    item: 'lastSeat',
    minutes: 50,
  }),
  scenario(
    `paid at the last moment, ${platform}`,
    [{ at: 0, story: 'buy', details: [0.898, 0.1] }, ...closing],
    {
      platform,
      minutes: 60,
      adversity: { closeOkButLands: 1, callbackDelayed: 0.3 },
    },
  ),
  scenario(
    `paid, and nobody heard of it until closing, ${platform}`,
    [{ at: 0, story: 'buy', details: [0.1, 0] }, ...closing],
    { platform, minutes: 50, adversity: { callbackLost: 1 } },
  ),
  scenario(
    `late money, a place, ${platform}`,
    [{ at: 0, story: 'buy', details: LATE }, ...closing],
    {
      platform,
      item: 'lastSeat',
      minutes: 60,
    },
  ),
  scenario(
    `late money, no place, ${platform}`,
    [
      { at: 0, story: 'buy', details: LATE },
      { at: 1, story: 'cancel' },
      { at: 20, story: 'cancel' },
      { at: 100, story: 'buy', who: 'oBen' },
      ...closing,
    ],
    { platform, item: 'lastSeat', minutes: 60, adversity: { closeOkButLands: 1 } },
  ),
  scenario(
    `late money, owned already, ${platform}`,
    [
      { at: 0, story: 'buy', details: LATE },
      { at: 20, story: 'cancel' },
      { at: 100, story: 'buy' },
      ...closing,
    ],
    { platform, minutes: 60 },
  ),
]);

/** Money that came to Apple when it could open nothing: only Apple can give it back, under a number of its own. */
export const owedByApple = scenario(
  'given back by Apple',
  [
    { at: 0, story: 'buy', details: LATE },
    { at: 20, story: 'cancel' },
    { at: 100, story: 'buy', platform: 'devtools', details: [0.1, 0.3] },
    ...closing,
    { at: 2800, story: 'consoleRefund', who: 'oBen' },
    { at: 3300, story: 'submitRefunds' },
  ],
  { platform: 'ios', minutes: 60, adversity: { closeOkButLands: 1 } },
);
