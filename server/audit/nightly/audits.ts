import type { Output } from '../../../shared/contract';
import type { audit } from '../../../shared/audit/contract';
import type { KeptAudit } from '../../books/audits';
import { one, type Database, type Read } from '../../database';
import { BEGINNING, isOver, violationsOf, type Progress } from '../walk/walk';

/** The audit of one day in Beijing: `_id` is the day. While it runs it carries how far it has come. */
export type NightlyAudit = KeptAudit & {
  readonly status: Output<typeof audit>['status'];
  /** One more with every write, so that a run that was overtaken writes nothing. */
  readonly version: number;
  readonly progress: Progress;
  /** When the admins were told that something is wrong. */
  readonly toldAt?: number;
};

const AUDITS = 'audits';

/** The read of a day's audit. */
export const auditOf = (date: string): Read<NightlyAudit, false> =>
  one<NightlyAudit>(AUDITS, { _id: date });

/** An audit that has looked at nothing yet. */
export const newAudit = (date: string, now: number): NightlyAudit => ({
  _id: date,
  date,
  status: 'running',
  startedAt: now,
  version: 0,
  violations: 0,
  findings: [],
  progress: BEGINNING,
});

/** The same audit, so much further; at its end it says what came of it and forgets how it got there. */
export const furthered = (audit: NightlyAudit, progress: Progress, now: number): NightlyAudit => {
  const violations = violationsOf(progress);
  const ended = violations === 0 ? 'clean' : 'violated';
  return {
    ...audit,
    version: audit.version + 1,
    violations,
    findings: progress.examples.map(({ id, subject, found }) => ({
      invariant: id,
      subject,
      detail: found,
    })),
    ...(isOver(progress)
      ? { status: ended, finishedAt: now, progress: { ...progress, balances: {} } }
      : { progress }),
  };
};

/** Every audit there was. */
export const auditsOf = (db: Database) => {
  const audits = db.collection<NightlyAudit>(AUDITS);
  return {
    /** Begins a day's audit; false when it was begun before. */
    begin: (audit: NightlyAudit) => audits.insertOnce(audit),

    /** Keeps how far an audit came, unless another run was faster; then false. */
    keep: ({ _id, ...audit }: NightlyAudit) =>
      audits.updateIf({ _id, version: audit.version - 1 }, { set: audit }),

    /** Notes that the admins know. */
    told: ({ _id }: NightlyAudit, now: number) =>
      audits.updateIf({ _id }, { set: { toldAt: now } }),
  };
};
