import { typeRank } from './types';
import { type Document, type Found, isDocument, type Value } from './value';

const HIGHEST_BEFORE_SURROGATES = 0xd800;
const FIRST_AFTER_SURROGATES = 0xe000;

/** UTF-16 unit → its place among UTF-8 encodings, where characters beyond U+FFFF come last. */
function utf8Rank(unit: number): number {
  if (unit < HIGHEST_BEFORE_SURROGATES) return unit;
  return unit < FIRST_AFTER_SURROGATES ? unit + 0x2000 : unit - 0x800;
}

/** MongoDB compares strings by their UTF-8 bytes. */
function compareStrings(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return utf8Rank(left) - utf8Rank(right);
  }
  return a.length - b.length;
}

/** NaN sorts below every other number. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : Number(a > b);
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field in stored order: the type first, then the name, then the value. */
function compareDocuments(a: Document, b: Document): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (const [i, [leftName, leftValue]] of left.entries()) {
    const entry = right[i];
    if (!entry) return 1;
    const order =
      typeRank(leftValue) - typeRank(entry[1]) ||
      compareStrings(leftName, entry[0]) ||
      compare(leftValue, entry[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareObjects(a: object, b: object): number {
  if (Array.isArray(a)) return compareArrays(a, b as Value[]);
  if (a instanceof Date) return compareNumbers(a.getTime(), (b as Date).getTime());
  return isDocument(a as Value)
    ? compareDocuments(a as Document, b as Document)
    : compareStrings(String(a), String(b));
}

/** MongoDB's total order over values of all types; a missing field comes before everything. */
export function compare(a: Found, b: Found): number {
  if (a === b) return 0;
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'string') return compareStrings(a, b as string);
  if (typeof a === 'number') return compareNumbers(a, b as number);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  return typeof a === 'object' && a !== null ? compareObjects(a, b as object) : 0;
}

/** Whether MongoDB takes two values for the same: numbers by value, objects with their order of fields. */
export function equal(a: Found, b: Found): boolean {
  return compare(a, b) === 0;
}
