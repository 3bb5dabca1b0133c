import { inverted, keyOf } from '../bson/key';
import { elementsOf, leavesAt } from '../bson/path';
import type { Document, Found } from '../bson/value';
import type { IndexDefinition, IndexField } from '../contract';
import { writeFailed } from '../errors';

/** What one document contributes to an index. */
export interface IndexEntries {
  keys: Buffer[];
  /** An array stood on the way: several keys may belong to one document. */
  multikey: boolean;
}

/** The bytes of one field's value inside an index key. */
export function fieldKey(value: Found, direction: IndexField['direction']): Buffer {
  const key = keyOf(value);
  return direction === 1 ? key : inverted(key);
}

interface IndexedField {
  values: Found[];
  missing: boolean;
  throughArray: boolean;
}

/** A missing field is indexed as null, an empty array as "no value", an array by its elements. */
function indexedField(document: Document, path: string): IndexedField {
  const { found, throughArray } = leavesAt(document, path);
  const missing = found.every((value) => value === undefined);
  if (found.length === 0) return { values: [null], missing, throughArray };
  const values = found.flatMap((value) => {
    if (Array.isArray(value)) return value.length > 0 ? elementsOf([value]) : [undefined];
    return [value ?? null];
  });
  return { values, missing, throughArray };
}

function refuseParallelArrays({ keys }: IndexDefinition, fields: readonly IndexedField[]): void {
  const arrays = keys.filter((_key, i) => fields[i]?.throughArray);
  const roots = new Set(arrays.map(({ field }) => field.split('.')[0]));
  if (roots.size > 1) {
    throw writeFailed(`cannot index parallel arrays [${[...roots].join('] [')}]`);
  }
}

function joined(prefixes: readonly Buffer[], parts: readonly Buffer[]): Buffer[] {
  return prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

/** The keys under which an index lists a document. */
export function indexEntries(document: Document, index: IndexDefinition): IndexEntries {
  const fields = index.keys.map(({ field }) => indexedField(document, field));
  const multikey = fields.some(({ throughArray }) => throughArray);
  if (index.sparse && fields.every(({ missing }) => missing)) return { keys: [], multikey };
  if (multikey) refuseParallelArrays(index, fields);
  const keys = index.keys.reduce<Buffer[]>(
    (prefixes, { direction }, i) =>
      joined(
        prefixes,
        (fields[i]?.values ?? []).map((value) => fieldKey(value, direction)),
      ),
    [Buffer.alloc(0)],
  );
  return { keys: multikey ? distinct(keys) : keys, multikey };
}

/** The values of an index's fields as a duplicate-key message shows them. */
export function keyText(document: Document, index: IndexDefinition): string {
  return index.keys
    .map(({ field }) => {
      const [value] = leavesAt(document, field).found;
      return `: ${JSON.stringify(value ?? null)}`;
    })
    .join(', ');
}
