import type { InvariantId } from '../../../shared/audit/invariants';
import type { Violation } from '../check';
import type { Balances } from '../fold';
import { BOOKS } from './books';
import { JOURNAL } from './journal';
import { COURSES, LESSONS } from './media';
import { ORDERS } from './orders';
import {
  CODE_BATCHES,
  COUPON_POOLS,
  COUPONS,
  DAYS,
  DIFFERENCES,
  MEMBER_STUDIES,
  PROPOSALS,
  REDEEM_CODES,
  REFUNDS,
} from './others';
import { EARNERS, PAYOUTS } from './payouts';
import { CLAIMS, SEATS } from './pools';
import { SEALS } from './seals';
import type { Ground, PageResult, Stage } from './stage';
import { USERS } from './users';

/** The whole audit, in order; what compares with the journal comes after it was folded. */
export const STAGES: readonly Stage[] = [
  ORDERS,
  REFUNDS,
  USERS,
  SEATS,
  COUPONS,
  COUPON_POOLS,
  CLAIMS,
  CODE_BATCHES,
  REDEEM_CODES,
  MEMBER_STUDIES,
  LESSONS,
  COURSES,
  DIFFERENCES,
  PROPOSALS,
  DAYS,
  SEALS,
  JOURNAL,
  PAYOUTS,
  EARNERS,
  BOOKS,
];

/** How far a walk has come, whole: it goes on from here after any cut. */
export type Progress = {
  /** The stage it is at; beyond the last when it is over. */
  readonly stage: number;
  readonly after: string;
  /** The journal as far as it was folded. */
  readonly balances: Balances;
  /** How many documents were looked at, by stage. */
  readonly looked: Readonly<Record<string, number>>;
  /** How many violations there are, by invariant. */
  readonly counts: Readonly<Partial<Record<InvariantId, number>>>;
  /** The first of them. */
  readonly examples: readonly Violation[];
};

export const BEGINNING: Progress = {
  stage: 0,
  after: '',
  balances: {},
  looked: {},
  counts: {},
  examples: [],
};

/** So many violations of each invariant are told one by one. */
const EXAMPLES = 5;

export const isOver = ({ stage }: Pick<Progress, 'stage'>): boolean => stage >= STAGES.length;

/** Takes a walk one page further. */
export const onePage = async (ground: Ground, progress: Progress): Promise<Progress> => {
  const stage = STAGES[progress.stage];
  return stage ? after(stage, progress, await stage.page(ground, progress)) : progress;
};

const after = (stage: Stage, progress: Progress, page: PageResult): Progress => ({
  stage: page.next === undefined ? progress.stage + 1 : progress.stage,
  after: page.next ?? '',
  balances: page.balances ?? progress.balances,
  looked: {
    ...progress.looked,
    [stage.name]: (progress.looked[stage.name] ?? 0) + page.looked,
  },
  counts: counted(progress.counts, page.violations),
  examples: firstOf([...progress.examples, ...page.violations]),
});

const counted = (
  counts: Progress['counts'],
  violations: readonly Violation[],
): Progress['counts'] => {
  const sums = { ...counts };
  for (const { id } of violations) sums[id] = (sums[id] ?? 0) + 1;
  return sums;
};

const firstOf = (violations: readonly Violation[]): Violation[] => {
  const seen: Partial<Record<InvariantId, number>> = {};
  return violations.filter(({ id }) => (seen[id] = (seen[id] ?? 0) + 1) <= EXAMPLES);
};

/** How many violations a walk has found so far. */
export const violationsOf = ({ counts }: Pick<Progress, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
