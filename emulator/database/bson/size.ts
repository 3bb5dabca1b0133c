import { type Document, isDocument, type Value } from './value';

const LENGTH_AND_END = 5;
const INT32 = 2 ** 31;

function numberSize(value: number): number {
  return Number.isInteger(value) && value >= -INT32 && value < INT32 ? 4 : 8;
}

function containerSize(entries: [string, Value][]): number {
  return entries.reduce(
    (total, [name, value]) => total + 2 + Buffer.byteLength(name) + valueSize(value),
    LENGTH_AND_END,
  );
}

function valueSize(value: Value): number {
  if (typeof value === 'string') return LENGTH_AND_END + Buffer.byteLength(value);
  if (typeof value === 'number') return numberSize(value);
  if (typeof value === 'boolean') return 1;
  if (value === null) return 0;
  if (Array.isArray(value) || isDocument(value)) return documentSize(value);
  return value instanceof Date ? 8 : Buffer.byteLength(String(value));
}

/** How many bytes a document takes as BSON. */
export function documentSize(document: Document | Value[]): number {
  return containerSize(Object.entries(document));
}
