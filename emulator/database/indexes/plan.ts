import { type Document, isDocument } from '../bson/value';
import type { IndexDefinition, IndexField } from '../contract';
import type { SortFields } from '../query/sort';
import { type Constraint, type Constraints, constraintsOf } from './constraints';
import { boundedRange, EVERYTHING, exactPrefixes, type KeyRange, prefixRange } from './ranges';

/** An index as the planner sees it. */
export interface PlannedIndex {
  definition: IndexDefinition;
  /** Some document has an array on one of its fields. */
  multikey: boolean;
  /** How many keys a range holds, counted up to `most`. */
  countIn(range: KeyRange, most: number): number;
}

/** Which part of one index holds every document a query can match. */
export interface IndexScan<I extends PlannedIndex = PlannedIndex> {
  index: I;
  ranges: KeyRange[];
  backward: boolean;
  /** The rows come in the order that was asked for. */
  ordered: boolean;
  /** Every row matches; there is nothing left to test. */
  exact: boolean;
}

/** Index scans that together hold every possible match; none means that all documents must be read. */
export type Plan<I extends PlannedIndex = PlannedIndex> = IndexScan<I>[];

const MOST_RANGES = 5000;
/** Between equally promising indexes, counting this far tells which one narrows more. */
const MOST_COUNTED = 100;

interface Draft<I extends PlannedIndex> {
  index: I;
  constraints: Constraints;
  prefixes: Buffer[];
  /** Leading fields with exact values. */
  exactFields: number;
}

function usable({ definition }: PlannedIndex, constraint: Constraint | undefined): boolean {
  return !(definition.sparse && constraint?.equals?.includes(null));
}

function draft<I extends PlannedIndex>(index: I, constraints: Constraints): Draft<I> {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let exactFields = 0;
  for (const { field, direction } of index.definition.keys) {
    const { equals } = constraints.byPath.get(field) ?? {};
    if (!equals || prefixes.length * equals.length > MOST_RANGES) break;
    prefixes = exactPrefixes(prefixes, equals, direction);
    exactFields += 1;
  }
  return { index, constraints, prefixes, exactFields };
}

/** Two ends may be met by two different elements of an array, so only one end narrows a multikey index. */
function narrowing({ lower, upper }: Constraint, multikey: boolean): Constraint | undefined {
  if (!lower && !upper) return undefined;
  if (!multikey) return { ...(lower && { lower }), ...(upper && { upper }) };
  return lower ? { lower } : { ...(upper && { upper }) };
}

function rangeField<I extends PlannedIndex>({ index, constraints, exactFields }: Draft<I>) {
  const key = index.definition.keys[exactFields];
  const constraint = key && constraints.byPath.get(key.field);
  const bounds = constraint && narrowing(constraint, index.multikey);
  return key && bounds
    ? { key, bounds, whole: Object.keys(bounds).length === countBounds(constraint) }
    : undefined;
}

function countBounds({ lower, upper }: Constraint): number {
  return Number(lower !== undefined) + Number(upper !== undefined);
}

type Direction = 'forward' | 'backward';

function directionFor(keys: readonly IndexField[], sort: SortFields): Direction | undefined {
  const matches = (sign: 1 | -1) =>
    sort.every(([path, direction], i) => {
      const key = keys[i];
      return key?.field === path && key.direction * sign === direction;
    });
  if (matches(1)) return 'forward';
  return matches(-1) ? 'backward' : undefined;
}

/** An index gives an order when one range of it is read and each document stands in it once. */
function orderFrom<I extends PlannedIndex>(
  plan: Draft<I>,
  sort: SortFields,
): Direction | undefined {
  const { index, prefixes, exactFields } = plan;
  if (sort.length === 0 || index.multikey || prefixes.length > 1) return undefined;
  if (index.definition.sparse && exactFields === 0) return undefined;
  // A field held to one value orders nothing, but only where it is known to be no list: a list may hold others too.
  const fixed = new Set(index.definition.keys.slice(0, exactFields).map(({ field }) => field));
  const open = sort.filter(([path]) => !fixed.has(path));
  return directionFor(index.definition.keys.slice(exactFields), open);
}

interface Scored<I extends PlannedIndex> {
  scan: IndexScan<I>;
  score: number;
}

function score<I extends PlannedIndex>(
  index: I,
  constraints: Constraints,
  sort: SortFields,
): Scored<I> {
  const plan = draft(index, constraints);
  const range = rangeField(plan);
  const direction = orderFrom(plan, sort);
  const ranges = plan.prefixes.map((prefix) =>
    range ? boundedRange(prefix, range.bounds, range.key.direction) : prefixRange(prefix),
  );
  const used = plan.exactFields + (range?.whole ? 1 : 0);
  return {
    scan: {
      index,
      ranges,
      backward: direction === 'backward',
      ordered: direction !== undefined,
      exact: constraints.complete && used === constraints.byPath.size,
    },
    score: plan.exactFields * 10 + (range ? 5 : 0) + (direction ? 3 : 0),
  };
}

function rowsIn({ index, ranges }: IndexScan): number {
  return ranges
    .slice(0, MOST_COUNTED)
    .reduce((sum, range) => sum + index.countIn(range, MOST_COUNTED), 0);
}

function narrowest<I extends PlannedIndex>(candidates: Scored<I>[]): Scored<I> | undefined {
  const highest = Math.max(...candidates.map((candidate) => candidate.score));
  const equals = candidates.filter((candidate) => candidate.score === highest);
  if (equals.length < 2) return equals[0];
  const counted = equals.map((candidate) => ({ candidate, rows: rowsIn(candidate.scan) }));
  return counted.sort((a, b) => a.rows - b.rows)[0]?.candidate;
}

function bestScan<I extends PlannedIndex>(
  indexes: readonly I[],
  constraints: Constraints,
  sort: SortFields,
): Scored<I> | undefined {
  const candidates = indexes
    .filter((index) =>
      index.definition.keys.every(({ field }) => usable(index, constraints.byPath.get(field))),
    )
    .map((index) => score(index, constraints, sort))
    .filter((candidate) => candidate.score > 0 && narrowsOrOrders(candidate.scan));
  return narrowest(candidates);
}

/** A sparse index that nothing narrows leaves documents out. */
function narrowsOrOrders({ index, ranges }: IndexScan): boolean {
  return !index.definition.sparse || ranges[0] !== EVERYTHING;
}

/** Every branch of an `$or` must have a narrowing index, else all documents are read anyway. */
function unionPlan<I extends PlannedIndex>(
  indexes: readonly I[],
  query: Document,
): Plan<I> | undefined {
  const branches = query['$or'];
  if (!Array.isArray(branches)) return undefined;
  const scans = branches.map((branch) =>
    isDocument(branch) ? bestScan(indexes, constraintsOf(branch), [])?.scan : undefined,
  );
  const complete = scans.filter((scan): scan is IndexScan<I> => scan !== undefined);
  if (complete.length !== scans.length) return undefined;
  return complete.map((scan) => ({ ...scan, ordered: false, exact: false }));
}

/** Chooses the indexes that narrow a query most, and among those the one that also gives its order. */
export function planQuery<I extends PlannedIndex>(
  indexes: readonly I[],
  query: Document,
  sort: SortFields,
): Plan<I> {
  const best = bestScan(indexes, constraintsOf(query), sort);
  if (best && best.score >= 5) return [best.scan];
  return unionPlan(indexes, query) ?? (best ? [best.scan] : []);
}
