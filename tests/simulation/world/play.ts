import { BOOKKEEPING } from './bookkeeping';
import { BUYING, type Story } from './buying';
import { waitForLateLines } from './days';
import { HAPPENING } from './happening';
import { OFFERING } from './offering';
import { Phone } from './phone';
import { REMEDYING } from './remedies';
import { RETURNING } from './returning';
import type { Act, Script, StoryName } from './script';
import { STUDYING } from './studying';
import type { Theatre } from './theatre';

const TOLD: Readonly<Record<StoryName, Story>> = {
  ...BUYING,
  ...OFFERING,
  ...RETURNING,
  ...HAPPENING,
  ...BOOKKEEPING,
  ...REMEDYING,
  ...STUDYING,
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The quiet time: longer than any delay, ladder or lease. */
const QUIET_MS = 9 * DAY;
const MOST_ROUNDS = 400;

/** Plays a script to its end: chaos, then quiet until nothing is due any more. */
export const play = async (theatre: Theatre, script: Script): Promise<void> => {
  const { schedule } = theatre;
  for (const act of script.acts) theatre.after(act.at, act.story, () => tell(theatre, act));
  await schedule.run({ until: script.startAt + script.chaosMs });
  schedule.calm();
  theatre.fortune.calm();
  await untilQuiet(theatre, script);
  while (script.books && waitForLateLines(theatre)) await untilQuiet(theatre, script);
};

const tell = (theatre: Theatre, act: Act): void => {
  theatre.schedule.spawn(`${act.story} by ${act.who}`, (process) =>
    TOLD[act.story](new Phone(theatre, process, act.who), act),
  );
};

/** What each timer looks for: a collection, and the field that says when a document of it is due. */
const TIMERS = [
  ['closeUnpaidOrders', 'orders', 'checkAt'],
  ['submitRefunds', 'refunds', 'checkAt'],
  ['deliverOutbox', 'orders', 'todoAt'],
  ['deliverOutbox', 'refunds', 'todoAt'],
  ['deliverOutbox', 'couponClaims', 'todoAt'],
] as const;
const BOOK_TIMERS = [
  ['deliverOutbox', 'payouts', 'todoAt'],
  ['keepBooks', 'reconciliations', 'checkAt'],
  ['keepBooks', 'orders', 'maturesAt'],
  ['keepBooks', 'orders', 'earnAt'],
  ['keepBooks', 'payouts', 'checkAt'],
] as const;

type Timer = (typeof TIMERS)[number] | (typeof BOOK_TIMERS)[number];

/** Runs the timers whenever something is due, until nothing is any more or the quiet time ends. */
const untilQuiet = async (theatre: Theatre, { books }: Script): Promise<void> => {
  const { schedule } = theatre;
  const timers: readonly Timer[] = books ? [...TIMERS, ...BOOK_TIMERS] : TIMERS;
  const end = schedule.now() + QUIET_MS;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let next = nextDue(theatre, timers);
    if (next > end) {
      // Whatever is under way may leave something to do.
      do await theatre.pass(MINUTE);
      while (theatre.isBusy);
      next = nextDue(theatre, timers);
    }
    if (next > end) return;
    await theatre.pass(Math.max(next - schedule.now(), 1000));
    const names = new Set(timers.filter((timer) => isDue(theatre, timer)).map(([name]) => name));
    for (const name of names) await throughTimer(theatre, name);
  }
};

/** One run of a timer at a time: the quiet time is quiet. */
const throughTimer = async (theatre: Theatre, name: string): Promise<void> => {
  let isOver = false;
  void theatre.runTimer(name).then(() => {
    isOver = true;
  });
  while (!isOver) await theatre.pass(1000);
};

const nextDue = (theatre: Theatre, timers: readonly Timer[]): number =>
  Math.min(...dueIn(theatre, timers), ...theatre.due.values());

const dueIn = (theatre: Theatre, timers: readonly Timer[]): number[] =>
  timers.flatMap(([, collection, field]) =>
    theatre.documents(collection).flatMap((doc) => dueOf(doc, field)),
  );

const dueOf = (doc: object, field: string): number[] => {
  const due = (doc as Record<string, unknown>)[field];
  return typeof due === 'number' ? [due] : [];
};

const isDue = (theatre: Theatre, [, collection, field]: Timer): boolean =>
  theatre
    .documents(collection)
    .some((doc) => dueOf(doc, field).some((due) => due <= theatre.schedule.now()));
