import { DAY_MS } from '../../reconciliation/days';
import { billTotal, journalTotal, type Reconciliation } from '../../reconciliation/reconciliation';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';

/** A bill comes the day after; two more are given to it, from the moment somebody began to wait for it. */
const PATIENCE_MS = 3 * DAY_MS;

/** A day that does not balance says so, and its differences wait for a person; one that says it does, does. */
const findTotals = ({ status, tally }: Reconciliation): string[] =>
  status === 'balanced'
    ? differs('what the journal has of the bill', {
        is: journalTotal(tally),
        wanted: billTotal(tally),
      })
    : [];

const findUnfinished = (
  { finishedAt, startsAt, begunAt = startsAt, status }: Reconciliation,
  now: number,
): string[] =>
  unless(
    finishedAt !== undefined || now - begunAt <= PATIENCE_MS,
    `it is ${status} for more than three days`,
  );

const DAY_CHECKS: readonly Check<Reconciliation>[] = [
  { id: 'INV23', find: findTotals },
  { id: 'INV23', find: findUnfinished },
];

/** Everything that is wrong with a provider's day. */
export const auditDay = (day: Reconciliation, moment: Moment): Violation[] =>
  examine(DAY_CHECKS, { subject: day._id, caseFile: day, moment });
