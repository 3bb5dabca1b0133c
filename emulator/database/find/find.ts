import type { Document } from '../bson/value';
import { sortDocuments, sortFields } from '../query/sort';
import { candidates, type MatchedRow, type Search } from './candidates';

/** Which of the matching documents are wanted. */
export interface Window {
  order: Document;
  offset: number;
  limit: number;
}

function* window(rows: Iterable<MatchedRow>, { offset, limit }: Window): Generator<MatchedRow> {
  let position = 0;
  if (limit <= 0) return;
  for (const row of rows) {
    position += 1;
    if (position > offset) yield row;
    if (position >= offset + limit) return;
  }
}

/** Finds documents in the order asked for; stops reading as soon as there are enough. */
export function find(search: Search, wanted: Window): MatchedRow[] {
  const sort = sortFields(wanted.order);
  const { rows, ordered } = candidates(search, sort);
  const inOrder = ordered ? rows : sortDocuments([...rows], sort, ({ document }) => document);
  return [...window(inOrder, wanted)];
}

/** Counts the documents that match. */
export function count(search: Search): number {
  if (Object.keys(search.query).length === 0 && search.session.keepsOrder(search.collection)) {
    return search.collection.count();
  }
  let total = 0;
  for (const _row of candidates(search, []).rows) total += 1;
  return total;
}
