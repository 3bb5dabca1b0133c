import type { MoneyOverview } from '../../shared/books/contract';
import { above, type Database } from '../database';
import type { JournalEntry } from '../journal/journal';
import { dayOf, startOf } from '../reconciliation/days';
import { accountName } from './names';

/** As many entries as one answer of the database holds. */
const PAGE = 1000;

/** Hands every entry after a place to `take`, oldest first, however many there are. */
const eachEntry = async (db: Database, take: (entry: JournalEntry) => void): Promise<void> => {
  const journal = db.collection<JournalEntry>('journal');
  let after = '';
  for (;;) {
    const options = { orderBy: [['_id', 'asc']], limit: PAGE } as const;
    const page = await journal.find({ _id: above(after) }, options);
    page.forEach(take);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last._id;
  }
};

type Sums = Map<string, number>;

const addTo = (sums: Sums, account: string, fen: number): void =>
  void sums.set(account, (sums.get(account) ?? 0) + fen);

const PAID_KINDS: readonly JournalEntry['kind'][] = ['paid', 'sentBack', 'suspense'];
const REFUNDED_KINDS: readonly JournalEntry['kind'][] = ['refundSucceeded', 'externalRefund'];
const FEE_KINDS: readonly JournalEntry['kind'][] = ['feeCharged', 'feeReturned'];

/** What an entry moved at the payment providers, in fen. */
const atProviders = ({ lines }: JournalEntry): number =>
  lines
    .filter(({ account }) => account.startsWith('psp:'))
    .reduce((sum, line) => sum + line.fen, 0);

/** What all entries of the journal come to, account by account, and what those of today say. */
export const foldJournal = async (
  db: Database,
  now: number,
): Promise<Pick<MoneyOverview, 'balances' | 'today'>> => {
  const sums: Sums = new Map();
  const date = dayOf(now);
  const today = { date, paid: 0, refunded: 0, fees: 0, orders: 0 };
  await eachEntry(db, (entry) => {
    for (const { account, fen } of entry.lines) addTo(sums, account, fen);
    if (entry.at < startOf(date)) return;
    if (PAID_KINDS.includes(entry.kind)) today.paid += atProviders(entry);
    if (REFUNDED_KINDS.includes(entry.kind)) today.refunded -= atProviders(entry);
    if (FEE_KINDS.includes(entry.kind)) today.fees -= atProviders(entry);
    if (entry.kind === 'paid') today.orders += 1;
  });
  const balances = [...sums]
    .map(([account, fen]) => ({ account, name: accountName(account), fen }))
    .sort((one, other) => (one.account < other.account ? -1 : 1));
  return { balances, today };
};
