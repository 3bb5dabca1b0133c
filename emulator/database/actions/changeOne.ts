import { decodeStored } from '../bson/decode';
import type { Document } from '../bson/value';
import { candidates, namedId, type Search } from '../find/candidates';
import { compileQuery } from '../query/compile';
import type { DocumentChange } from '../update/apply';
import { contentOf } from './content';

/** Documents chosen for a change, by the keys of their ids. */
export function chosenIds(search: Search, multi: boolean): Buffer[] {
  const id = namedId(search.query);
  // The change itself reads the document and tests the query.
  if (id) return [id];
  const ids: Buffer[] = [];
  for (const row of candidates(search, []).rows) {
    ids.push(row.id);
    if (!multi) break;
  }
  return ids;
}

/** What became of one chosen document. */
export type Outcome = { state: 'missing' } | { state: 'same' | 'changed'; document: Document };

/**
 * Prepares the change of one document: reads it, tests the query again (it may have changed while waiting for a lock),
 * and writes it only if it really becomes different. A change to `undefined` removes it.
 */
export function changer(
  search: Search,
  change: DocumentChange | 'remove',
): (id: Buffer) => Outcome {
  const { session, collection, query, examined } = search;
  const matches = compileQuery(query);
  return (id) => {
    const row = session.read(collection, id);
    if (!row) return { state: 'missing' };
    examined.count += 1;
    const before = decodeStored(row.body);
    if (!matches(before)) return { state: 'missing' };
    const content = change === 'remove' ? undefined : contentOf(change(before));
    if (content?.body === row.body) return { state: 'same', document: before };
    session.write({ collection, id, before, content });
    return { state: 'changed', document: content?.document ?? before };
  };
}
