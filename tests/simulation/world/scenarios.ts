import type { AdversityRates } from '../provider/adversity';
import type { ItemName } from './cast';
import type { Act, Script, StoryName } from './script';

/** A short story that is told as it stands, for single faults and for races that chance comes to too seldom. */
export type Scenario = { readonly name: string; readonly script: (seed: number) => Script };

const MINUTE = 60_000;
const SECOND = 1000;

type Part = {
  /** Seconds after the start. */
  readonly at: number;
  readonly story: StoryName;
  readonly who?: string;
  readonly item?: ItemName;
  readonly platform?: Act['platform'];
  /** How the details of the story go; 0.1 where nothing is said. */
  readonly details?: readonly number[];
};

const act = ({ at, story, ...rest }: Part, item: ItemName, platform: Act['platform']): Act => ({
  at: at * SECOND,
  story,
  who: rest.who ?? 'oAmy',
  item: rest.item ?? item,
  platform: rest.platform ?? platform,
  details: Array.from({ length: 6 }, (_, index) => rest.details?.[index] ?? 0.1),
});

type Setting = {
  readonly item?: ItemName;
  readonly platform?: Act['platform'];
  readonly minutes?: number;
  readonly refundDays?: number;
  readonly adversity?: AdversityRates;
  readonly bills?: boolean;
};

const scenario = (name: string, parts: readonly Part[], setting: Setting = {}): Scenario => {
  const { item = 'plain', platform = 'devtools', minutes = 20, refundDays = 7 } = setting;
  return {
    name,
    script: (seed) => ({
      seed,
      startAt: Date.parse('2026-05-20T10:00:00+08:00'),
      chaosMs: minutes * MINUTE,
      refundDays,
      skewMs: 0,
      acts: parts.map((part) => act(part, item, platform)),
      adversity: setting.adversity ?? {},
      faults: [],
      faultRate: 0,
      bills: setting.bills ?? false,
    }),
  };
};

const buy: Part = { at: 0, story: 'buy', details: [0.1, 0.3] };
const sweep: readonly Part[] = [
  { at: 100, story: 'closeUnpaidOrders' },
  { at: 110, story: 'deliverOutbox' },
];
const refunded: readonly Part[] = [
  { at: 240, story: 'refund' },
  { at: 320, story: 'submitRefunds' },
  { at: 600, story: 'submitRefunds' },
];
/** Thinks so long that the order is over its time before paying. */
const LATE = [0.95, 0.1];
const closing: readonly Part[] = [
  { at: 1900, story: 'closeUnpaidOrders' },
  { at: 2000, story: 'closeUnpaidOrders' },
  { at: 2600, story: 'closeUnpaidOrders' },
];

const ITEMS_TO_BUY: readonly ItemName[] = [
  'plain',
  'limited',
  'lastSeat',
  'free',
  'freeSeat',
  'oneFen',
  'month',
];

const purchases = ITEMS_TO_BUY.flatMap((item) => [
  scenario(`buy ${item}`, [buy, ...sweep], { item }),
  scenario(`buy ${item}, virtual payment`, [buy, ...sweep], { item, platform: 'android' }),
  scenario(`buy and return ${item}`, [buy, ...sweep, ...refunded], { item }),
]);

const taps = [
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
  scenario('repriced meanwhile', [buy, { at: 5, story: 'reprice', details: [0.5] }, ...sweep]),
  scenario('retired meanwhile', [buy, { at: 5, story: 'retire' }, ...sweep]),
  scenario('forged', [{ at: 0, story: 'abandon' }, { at: 9, story: 'forge' }, ...sweep]),
];

const closings = (['devtools', 'android'] as const).flatMap((platform) => [
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

const returned = (name: string, parts: readonly Part[], setting: Setting = {}) =>
  scenario(name, [buy, ...sweep, ...parts], setting);

const refunds = [
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

const money = [
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

/** Every scenario, by a name of its own. */
export const SCENARIOS: readonly Scenario[] = [
  ...purchases,
  ...taps,
  ...closings,
  ...refunds,
  ...money,
];
