import type { Document } from '../../../server/database';
import { dayOf } from '../../../server/reconciliation/days';
import type { Reconciliation } from '../../../server/reconciliation/reconciliation';
import type { Payment } from '../provider/orderBook';
import { noFaults } from '../schedule';
import type { Violation } from './judge';
import { AFFILIATE, TEACHER } from './cast';
import { BY } from './links';
import { once } from './once';
import { play } from './play';
import { PAYEES, type Act, type Script } from './script';
import { Theatre } from './theatre';

/** What a shop that keeps its books begins a schedule with. */
export type Past = {
  readonly documents: Readonly<Record<string, readonly Document[]>>;
  readonly payments: readonly Payment[];
  /** What was wrong with it already; nothing in a sound shop. */
  readonly violations: readonly Violation[];
};

const DAY_MS = 24 * 60 * 60_000;
const MINUTE = 60_000;
/** Longer than the teacher's share of a sale is held back. */
const AGO_MS = 10 * DAY_MS;

const act = (minute: number, part: Partial<Act>): Act => ({
  at: minute * MINUTE,
  story: 'buy',
  who: 'oDan',
  item: 'plain',
  platform: 'devtools',
  details: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
  ...part,
});

const scriptOfPast = ({ startAt, payee }: Key): Script => ({
  seed: 0,
  startAt: startAt - AGO_MS,
  chaosMs: 20 * MINUTE,
  refundDays: 7,
  skewMs: 0,
  acts: [
    act(0, { story: 'setPayee', who: TEACHER, details: [PAYEES.indexOf(payee) / PAYEES.length] }),
    act(0, {
      story: 'setPayee',
      who: AFFILIATE,
      details: [PAYEES.indexOf('wechat') / PAYEES.length],
    }),
    act(1, { details: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, BY.affiliate] }),
    act(4, { item: 'limited' }),
    // Enough with each provider that fees and refunds are small beside it, as in any shop with a past.
    act(7, { item: 'year', who: 'oCat' }),
    act(10, { item: 'year', who: 'oBen', platform: 'android' }),
  ],
  adversity: {},
  faults: [],
  faultRate: 0,
  books: true,
  payee,
});

type Key = Pick<Script, 'startAt' | 'payee'>;

/** Sells, waits until the teacher's share is theirs, and keeps what is there then. */
const live = async (key: Key): Promise<Past> => {
  const script = scriptOfPast(key);
  const theatre = new Theatre(script, { plan: noFaults });
  try {
    await play(theatre, script);
  } catch (error) {
    if (theatre.judge.violations.length === 0) throw error;
  }
  const documents = theatre.house.cloud.everything() as unknown as Past['documents'];
  const days = (documents['reconciliations'] ?? []) as readonly Reconciliation[];
  const reconciliations = days.filter(({ date }) => date < dayOf(key.startAt));
  return {
    documents: { ...documents, reconciliations },
    payments: [...theatre.provider.book.payments.values()],
    violations: theatre.judge.violations,
  };
};

const pastBy = once((startAt: number) =>
  once((payee: Key['payee']): Promise<Past> => live({ startAt, payee })),
);

/** The past of a shop: the same for the same start, lived through by the shop's own functions once. */
export const pastOf = ({ startAt, payee }: Key): Promise<Past> => pastBy(startAt)(payee);
