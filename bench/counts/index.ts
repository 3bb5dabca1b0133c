import type { Figure } from '../figure';
import { letIn } from './crowd';
import { openMeteredShop, type Cost } from './shop';
import { walk } from './walk';

/** How many learners, orders and comments the shop has besides the demo's, at first and in the end. */
export type Crowd = { readonly few: number; readonly many: number };

const CROWD: Crowd = { few: 1_000, many: 20_000 };

/** The same walk twice: on new instances in a small shop, and on warm ones in a big shop. */
type Walks = { readonly first: readonly Cost[]; readonly later: readonly Cost[] };

/**
 * Database round trips of each use case on warm instances, and whether they or the documents
 * examined grow with the shop. All counted, so that noise has no say.
 */
export const counts = async (root: string, crowd: Crowd = CROWD): Promise<Figure[]> => {
  const walks = await walkTwice(root, crowd);
  const trips = walks.later.map((cost, index) => tripsOf(cost, walks.first[index] ?? cost));
  return [...trips, purchase(walks.later), ...growth(walks, crowd)];
};

const walkTwice = async (root: string, { few, many }: Crowd): Promise<Walks> => {
  const shop = await openMeteredShop(root);
  try {
    await letIn(shop, 0, few);
    const first = await walk(shop, 'First');
    await letIn(shop, few, many);
    return { first, later: await walk(shop, 'Later') };
  } finally {
    await shop.close();
  }
};

const tripsOf = ({ name, trips, examined }: Cost, first: Cost): Figure => {
  const notes = [
    `${examined} documents examined${first.examined === examined ? '' : `, ${first.examined} before`}`,
    first.trips === trips ? '' : `${first.trips} trips on a new instance`,
  ];
  return { name, value: trips, unit: 'trips', note: notes.filter(Boolean).join('; ') };
};

const PURCHASE = ['createOrder', 'payCallback', 'openLesson'];

const purchase = (costs: readonly Cost[]): Figure => ({
  name: 'a purchase',
  value: sum(costs.filter(({ name }) => PURCHASE.includes(name)).map(({ trips }) => trips)),
  unit: 'trips',
  note: PURCHASE.join(' + '),
});

/** Timers do a batch of work that nobody waits for: theirs is told apart. */
const TIMERS = ['deliverOutbox', 'closeUnpaidOrders', 'submitRefunds'];

const growth = ({ first, later }: Walks, { few, many }: Crowd): Figure[] => {
  const grown = later.map((cost, index) => grownFrom(first[index] ?? cost, cost));
  const note = `from ${few} to ${many} learners, orders and comments`;
  const calls = grown.filter(({ name }) => !TIMERS.includes(name));
  const timers = grown.filter(({ name }) => TIMERS.includes(name));
  const more = Math.max(...calls.map(({ trips }) => trips));
  return [
    { name: 'round trips added by a bigger shop', value: more, unit: 'trips', note },
    mostExamined('documents examined in a bigger shop', calls, note),
    mostExamined('documents examined by timers in a bigger shop', timers, note),
  ];
};

type Grown = { readonly name: string; readonly trips: number; readonly times: number };

/** The first walk leaves some documents of its own; those are not growth. */
const LEFT_BEHIND = 20;

const grownFrom = (before: Cost, { name, trips, examined }: Cost): Grown => ({
  name,
  trips: trips - before.trips,
  times: (examined + LEFT_BEHIND) / (before.examined + LEFT_BEHIND),
});

const mostExamined = (name: string, grown: readonly Grown[], note: string): Figure => {
  const worst = grown.reduce((most, each) => (each.times > most.times ? each : most));
  return { name, value: worst.times, unit: '×', note: `${note}; most: ${worst.name}` };
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
