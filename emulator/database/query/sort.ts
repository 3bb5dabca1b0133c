import { compare } from '../bson/order';
import { elementsOf, leavesAt } from '../bson/path';
import type { Document, Found } from '../bson/value';
import { requestFailed } from '../errors';

/** A sort specification: fields in order of weight, 1 ascending, -1 descending. */
export type SortFields = [path: string, direction: 1 | -1][];

/** Reads a sort specification such as `{at: -1, name: 1}`. */
export function sortFields(specification: Document): SortFields {
  return Object.entries(specification).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw requestFailed(`$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
    }
    return [path, direction];
  });
}

/** An array sorts by its smallest element ascending, by its largest descending; an empty one below null. */
function sortKey(document: Document, path: string, direction: 1 | -1): Found {
  const { found, throughArray } = leavesAt(document, path);
  if (!throughArray) return found[0] ?? null;
  const elements = elementsOf(found).map((element) => element ?? null);
  const [first, ...rest] = elements;
  return rest.reduce<Found>(
    (extreme, element) => (compare(element, extreme) * direction < 0 ? element : extreme),
    first,
  );
}

/** Sorts documents as MongoDB would; documents that compare equal keep their order. */
export function sortDocuments<T>(
  rows: T[],
  fields: SortFields,
  documentOf: (row: T) => Document,
): T[] {
  const keyed = rows.map((row) => {
    const document = documentOf(row);
    return { row, keys: fields.map(([path, direction]) => sortKey(document, path, direction)) };
  });
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of fields.entries()) {
      const order = compare(a.keys[i], b.keys[i]) * direction;
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
