import { payoutMachine } from '../../../shared/payouts/machine';
import type { EntryKind, JournalEntry } from '../../journal/journal';
import { arrivedOf } from '../../payouts/endingShares';
import type { Order } from '../../orders/order';
import type { Payout } from '../../payouts/payout';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';
import { findInHistory } from '../history';
import { findInShares } from './shares';

/** A payout with its entries of the journal. */
export type PayoutCase = {
  readonly payout: Payout;
  readonly entries: readonly JournalEntry[];
  /** The orders it is shared out of. */
  readonly orders: readonly PayoutOrder[];
};

/** What of an order the sharing of it is compared with. */
export type PayoutOrder = Pick<Order, '_id' | 'teacherId' | 'paid' | 'sharePercent' | 'sharedBy'>;

type PayoutEntry = Extract<EntryKind, 'payoutReserved' | 'payoutDone' | 'payoutFailed'>;

const PAYOUT_ENTRIES: readonly PayoutEntry[] = ['payoutReserved', 'payoutDone', 'payoutFailed'];

/** How a payout ended in the journal, by state; under way it has only been set aside. */
const ENDING: Partial<Record<Payout['status'], PayoutEntry>> = {
  done: 'payoutDone',
  failed: 'payoutFailed',
  rejected: 'payoutFailed',
};

/** A payout by 分账 that is done may have come back in part. */
const wantedEntries = ({ status, shares, amount }: Payout): readonly PayoutEntry[] => {
  const ending = ENDING[status];
  const inPart = shares !== undefined && status === 'done' && arrivedOf(shares) < amount;
  return [
    'payoutReserved',
    ...(ending ? [ending] : []),
    ...(inPart ? ['payoutFailed' as const] : []),
  ];
};

const findEntries = ({ payout, entries }: PayoutCase): string[] => {
  const wanted = wantedEntries(payout);
  return PAYOUT_ENTRIES.flatMap((kind) =>
    differs(`the number of its entries ${kind}`, {
      is: entries.filter((entry) => entry.kind === kind).length,
      wanted: wanted.includes(kind) ? 1 : 0,
    }),
  );
};

/** In transit is the whole amount while it is under way, and nothing afterwards. */
const findTransit = ({ payout, entries }: PayoutCase): string[] => {
  const inTransit = entries
    .flatMap(({ lines }) => lines)
    .filter(({ account }) => account === 'payoutTransit')
    .reduce((sum, { fen }) => sum - fen, 0);
  return differs('what of it is in transit', {
    is: inTransit,
    wanted: ENDING[payout.status] ? 0 : payout.amount,
  });
};

const wasApproved = ({ history }: Payout): boolean => history.some(({ to }) => to === 'approved');

/** Who asks for a payout does not approve it, unless the shop has a single admin and says so. */
const findSignatures = ({ payout }: PayoutCase): string[] => {
  const { madeBy, approvedBy, alone = false } = payout;
  if (!wasApproved(payout)) return [];
  return [
    ...unless(approvedBy !== undefined, 'nobody approved it'),
    ...unless(approvedBy?.userId !== madeBy.userId || alone, 'its maker approved it'),
  ];
};

const PAYOUT_CHECKS: readonly Check<PayoutCase>[] = [
  { id: 'INV13', find: findEntries },
  { id: 'INV13', find: findTransit },
  {
    id: 'INV24',
    find: ({ payout }) =>
      findInHistory(payout, payoutMachine, { event: 'ask', states: ['reserved'] }),
  },
  { id: 'INV28', find: findSignatures },
  { id: 'INV33', find: findInShares },
];

/** Everything that is wrong with one payout. */
export const auditPayout = (caseFile: PayoutCase, moment: Moment): Violation[] =>
  examine(PAYOUT_CHECKS, { subject: caseFile.payout._id, caseFile, moment });
