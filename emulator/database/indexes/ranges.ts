import { afterPrefix, keyOf } from '../bson/key';
import { typeRank } from '../bson/types';
import type { Value } from '../bson/value';
import type { IndexField } from '../contract';
import type { Bound, Constraint } from './constraints';
import { fieldKey } from './entries';

/** Keys from `from` (inclusive) up to `to` (exclusive). */
export interface KeyRange {
  from: Buffer;
  to: Buffer;
}

/** Above every key there is: no type rank, turned over or not, is this high. */
const TOP = Buffer.from([0xff]);

/** Every key of an index. */
export const EVERYTHING: KeyRange = { from: Buffer.alloc(0), to: TOP };

/** All keys that start with the given bytes. */
export function prefixRange(prefix: Buffer): KeyRange {
  return prefix.length === 0 ? EVERYTHING : { from: prefix, to: afterPrefix(prefix) ?? TOP };
}

function rankKey(sample: Value, direction: IndexField['direction']): Buffer {
  const rank = typeRank(sample);
  return Buffer.from([direction === 1 ? rank : rank ^ 0xff]);
}

function after(key: Buffer): Buffer {
  return afterPrefix(key) ?? TOP;
}

/** A number range without lower end still leaves NaN out, as MongoDB does. */
function withoutNaN({ lower, upper }: Constraint): Constraint {
  if (lower || typeof upper?.value !== 'number')
    return { ...(lower && { lower }), ...(upper && { upper }) };
  return { lower: { value: -Infinity, inclusive: true }, upper };
}

function startOf(
  bound: Bound | undefined,
  direction: IndexField['direction'],
  rank: Buffer,
): Buffer {
  if (!bound) return rank;
  const key = fieldKey(bound.value, direction);
  return bound.inclusive ? key : after(key);
}

function endOf(bound: Bound | undefined, direction: IndexField['direction'], rank: Buffer): Buffer {
  if (!bound) return after(rank);
  const key = fieldKey(bound.value, direction);
  return bound.inclusive ? after(key) : key;
}

/** The keys, behind a prefix of exact fields, that a range on the next field allows. */
export function boundedRange(
  prefix: Buffer,
  constraint: Constraint,
  direction: IndexField['direction'],
): KeyRange {
  const { lower, upper } = withoutNaN(constraint);
  const rank = rankKey(lower?.value ?? upper?.value ?? null, direction);
  const [first, last] = direction === 1 ? [lower, upper] : [upper, lower];
  return {
    from: Buffer.concat([prefix, startOf(first, direction, rank)]),
    to: Buffer.concat([prefix, endOf(last, direction, rank)]),
  };
}

/** The key prefixes for every combination of exact values, in the order of the index. */
export function exactPrefixes(
  prefixes: readonly Buffer[],
  values: readonly Value[],
  direction: IndexField['direction'],
): Buffer[] {
  const distinct = new Map(values.map((value) => [keyOf(value).toString('latin1'), value]));
  const keys = [...distinct.values()].map((value) => fieldKey(value, direction));
  keys.sort((a, b) => Buffer.compare(a, b));
  return prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
}
