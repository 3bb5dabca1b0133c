import type { Platform } from '../../../shared/orders/contract';
import { ADVERSITIES, type AdversityRates } from '../provider/adversity';
import { FAULTS, type Fault, Random } from '../schedule';
import { ITEMS, LEARNERS, type ItemName } from './cast';

/** What somebody does in a schedule; the numbers from 0 to below 1 decide the details. */
export type Act = {
  /** Ms after the start. */
  readonly at: number;
  readonly story: StoryName;
  readonly who: string;
  readonly item: ItemName;
  readonly platform: Platform;
  readonly details: readonly number[];
};

/** The ways a teacher may be paid. */
export const PAYEES = ['bank', 'wechat', 'sharing'] as const;

/** Told only where the books are kept. */
const BOOK_STORIES = [
  'requestPayout',
  'proposePayout',
  'decidePayouts',
  'settleDifferences',
  'settleOutside',
  'proposeByHand',
  'reconcileAgain',
  'setPayee',
  'keepBooks',
] as const;

export const STORIES = [
  'buy',
  'buyTwice',
  'buyOnTwoPhones',
  'abandon',
  'replay',
  'resume',
  'cancel',
  'confirm',
  'refund',
  'refundPart',
  'refundTwice',
  'review',
  'study',
  'studyAsMember',
  'refundWhileStudying',
  'claimCoupon',
  'claimAndLose',
  'buyWithCoupon',
  'buyTwoWithOneCoupon',
  'buyGift',
  'takeGift',
  'redeemCode',
  'consoleRefund',
  'forge',
  'strayCallback',
  'reprice',
  'retire',
  'changeShare',
  'closeUnpaidOrders',
  'submitRefunds',
  'deliverOutbox',
  'eraseAccount',
  ...BOOK_STORIES,
] as const;

export type StoryName = (typeof STORIES)[number];

/** All that one schedule is made of, besides the order of its I/O. */
export type Script = {
  readonly seed: number;
  readonly startAt: number;
  readonly chaosMs: number;
  readonly refundDays: number;
  readonly skewMs: number;
  readonly acts: readonly Act[];
  readonly adversity: AdversityRates;
  readonly faults: readonly Fault[];
  readonly faultRate: number;
  /**
   * Whether the shop has a past and keeps its books: bills are compared, earnings mature, teachers are paid out. Without,
   * what only a bill could tell is never lost.
   */
  readonly books: boolean;
  /** Where the teacher wants their money. */
  readonly payee: (typeof PAYEES)[number];
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How much happens in a schedule. Bugs mostly need few people and few acts, so that most schedules are small ones. */
const SIZES = [1, 2, 2, 3, 3, 4, 4, 5, 6, 8, 11, 14] as const;

/** How long small schedules and large ones go on before it becomes quiet, in ms. */
const SHORT = [20 * MINUTE, 20 * MINUTE, 50 * MINUTE, 90 * MINUTE] as const;
const LONG = [20 * MINUTE, 50 * MINUTE, 90 * MINUTE, 3 * HOUR] as const;

/** What most of the others need to have been told before. */
const BEGINNINGS = ['buy', 'buyTwice', 'buyOnTwoPhones', 'buyWithCoupon'] as const;

/** Mornings and borders of days, months and years, in Beijing and in UTC; before and after virtual payment begins. */
const STARTS = [
  '2026-03-02T10:00:00+08:00',
  '2026-03-31T23:40:00+08:00',
  '2026-05-20T10:00:00+08:00',
  '2026-05-31T23:45:00+08:00',
  '2026-12-31T23:45:00+08:00',
  '2027-01-01T07:45:00+08:00',
  '2028-02-28T23:45:00+08:00',
].map((text) => Date.parse(text));

const PLATFORMS = ['devtools', 'android', 'ios'] as const;

/** The timers, and how many minutes may lie between two runs in a schedule. */
const TIMERS = [
  ['closeUnpaidOrders', [3, 6, 12, 40]],
  ['submitRefunds', [3, 6, 12, 40]],
  ['deliverOutbox', [3, 6, 12, 40]],
] as const;
const BOOK_TIMERS = [['keepBooks', [10, 20, 40]]] as const;

const isTimer = (story: StoryName): boolean =>
  [...TIMERS, ...BOOK_TIMERS].some(([timer]) => timer === story);

/** What nobody does in chaos: it belongs to the past. */
const isPast = (story: StoryName): boolean => story === 'setPayee';

/** How often each story is told, where it is told at all. */
const WEIGHTS: Readonly<Partial<Record<StoryName, number>>> = {
  buy: 8,
  buyTwice: 3,
  buyOnTwoPhones: 3,
  abandon: 3,
  resume: 2,
  cancel: 3,
  refund: 5,
  refundPart: 3,
  refundTwice: 2,
  review: 3,
  buyWithCoupon: 3,
  buyGift: 2,
  takeGift: 2,
  requestPayout: 2,
  decidePayouts: 3,
  settleDifferences: 2,
};

const act = (random: Random, story: StoryName, within: number): Act => ({
  at: random.below(within),
  story,
  who: random.pick(LEARNERS),
  item: random.pick(Object.keys(ITEMS) as ItemName[]),
  platform: random.pick(PLATFORMS),
  details: Array.from({ length: 7 }, () => random.next() / 0x1_0000_0000),
});

const inTime = (one: Act, other: Act): number => one.at - other.at;

/** Swarm testing: a seed tells some of the stories, meets some of the adversities, and no two seeds are alike. */
export const scriptOf = (seed: number): Script => {
  const random = new Random(seed).split('script');
  const size = random.pick(SIZES);
  const chaosMs = random.pick(size > 5 ? LONG : SHORT);
  const books = random.chance(0.3);
  const told = storiesOf(random, books);
  const bag = told.flatMap((story) => Array<StoryName>(WEIGHTS[story] ?? 1).fill(story));
  // Few items and few people meet more often.
  const items = random.shuffled(Object.keys(ITEMS) as ItemName[]).slice(0, random.between(1, 4));
  const people = random.shuffled(LEARNERS).slice(0, random.between(1, LEARNERS.length));
  const acts = Array.from({ length: size }, () => ({
    ...act(random, random.pick(bag), chaosMs * 0.8),
    who: random.pick(people),
    item: random.pick(items),
  })).sort(inTime);
  const [first] = acts;
  if (first && random.chance(0.8)) acts[0] = { ...first, story: random.pick(BEGINNINGS) };
  return {
    seed,
    startAt: random.pick(STARTS),
    chaosMs,
    refundDays: random.pick([0, 7]),
    skewMs: random.pick([0, 0, 1000, 60_000]),
    acts: [...acts, ...timersOf(random, { chaosMs, books })].sort(inTime),
    adversity: adversityOf(random),
    faults: FAULTS.filter(() => random.chance(0.5)),
    faultRate: random.pick([0, 0.003, 0.01, 0.03]),
    books,
    payee: random.pick(PAYEES),
  };
};

/** Half of all stories, and buying always. */
const storiesOf = (random: Random, books: boolean): StoryName[] =>
  STORIES.filter((story) => !isTimer(story) && !isPast(story))
    .filter((story) => books || !BOOK_STORIES.some((each) => each === story))
    .filter((story) => random.chance(story === 'buy' ? 1 : 0.5));

const timersOf = (random: Random, { chaosMs, books }: Pick<Script, 'chaosMs' | 'books'>): Act[] =>
  [...TIMERS, ...(books ? BOOK_TIMERS : [])].flatMap(([timer, minutes]) => {
    const every = random.pick<number>(minutes) * MINUTE;
    const rounds = Math.floor(chaosMs / every);
    return Array.from({ length: rounds }, (_, round) => ({
      ...act(random, timer, 1),
      // Late, early, and sometimes at the very moment of another.
      at: Math.floor(round * every + random.below(every)),
    }));
  });

const adversityOf = (random: Random): AdversityRates =>
  Object.fromEntries(
    ADVERSITIES.filter(() => random.chance(0.4)).map((name) => [
      name,
      random.pick([0.05, 0.2, 0.5]),
    ]),
  );
