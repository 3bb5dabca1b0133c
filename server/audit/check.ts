import { INVARIANTS, type InvariantId } from '../../shared/audit/invariants';

/** One document, or a few that belong together, of which an invariant is not true. */
export type Violation = {
  readonly id: InvariantId;
  /** The id of what the case is about, such as an order. */
  readonly subject: string;
  /** What is wrong, in words; amounts in fen. */
  readonly found: string;
};

/** One way to look at a case file for an invariant. Pure; several checks may stand for one invariant. */
export type Check<Case> = {
  readonly id: InvariantId;
  /** Everything that is wrong, in words; empty when nothing is. */
  readonly find: (caseFile: Case, now: number) => readonly string[];
};

/** When a case is looked at, and whether nothing is under way in it, so that `quiet` invariants must hold too. */
export type Moment = { readonly now: number; readonly quiet: boolean };

/** Looks at one case file for each of the checks. */
export const examine = <Case>(
  checks: readonly Check<Case>[],
  { subject, caseFile, moment }: { subject: string; caseFile: Case; moment: Moment },
): Violation[] =>
  checks
    .filter(({ id }) => moment.quiet || INVARIANTS[id].kind === 'always')
    .flatMap(({ id, find }) => find(caseFile, moment.now).map((found) => ({ id, subject, found })));

/** Says that two amounts, counts or words differ; nothing when they are the same. */
export const differs = (
  what: string,
  { is, wanted }: { is: string | number | undefined; wanted: string | number | undefined },
): string[] =>
  is === wanted ? [] : [`${what} is ${is ?? 'absent'} instead of ${wanted ?? 'absent'}`];

/** Says something unless it is so. */
export const unless = (isSo: boolean, found: string): string[] => (isSo ? [] : [found]);
