import type { Document } from '../../../emulator/database/bson/value';
import type { Matcher } from '../../../emulator/database/query/test';
import { sortDocuments, type SortFields } from '../../../emulator/database/query/sort';
import { asking } from './asking';
import type { StoredCollection } from './collection';
import { showing } from './showing';
import type { Moment } from './versions';

/** Which documents, in which order, how many and how much of them. */
export type Selection = {
  readonly query: Document;
  readonly order?: SortFields;
  readonly limit?: number | undefined;
  readonly fields?: Document | undefined;
};

const DEFAULT_LIMIT = 100;
const MOST = 1000;

/** The ids a query names, where it does. */
const namedIds = ({ _id: id }: Document): readonly string[] | undefined => {
  if (typeof id === 'string') return [id];
  const { $in: oneOf } = (id ?? {}) as { $in?: string[] };
  return oneOf;
};

const candidates = (
  collection: StoredCollection,
  query: Document,
  moment: Moment | undefined,
): Iterable<Document> => {
  const ids = namedIds(query);
  if (!ids) return moment ? collection.allAt(moment) : collection.all();
  const found = [];
  for (const id of ids.length > 1 ? new Set(ids) : ids) {
    const document = moment ? collection.at(id, moment) : collection.get(id);
    if (document) found.push(document);
  }
  return found;
};

/** When to look, and how to tell what matches where that is known already. */
type Look = { readonly moment?: Moment | undefined; readonly matches?: Matcher };

/** The stored documents that match, now or as they were. */
export const matching = (
  collection: StoredCollection,
  query: Document,
  { moment, matches = asking(query) }: Look = {},
): Document[] => {
  const found: Document[] = [];
  for (const document of candidates(collection, query, moment)) {
    if (matches(document)) found.push(document);
  }
  return found;
};

/** The documents asked for. They are the stored ones, which nobody can change. */
export const select = (
  collection: StoredCollection,
  { query, order = [], limit, fields }: Selection,
  moment?: Moment,
): Document[] => {
  const found = matching(collection, query, { moment });
  const isOrdered = order.length === 0 || found.length < 2;
  const ordered = isOrdered ? found : sortDocuments(found, order, (document) => document);
  const chosen = ordered.slice(0, Math.min(limit || DEFAULT_LIMIT, MOST));
  return fields ? chosen.map(showing(fields, query)) : chosen;
};
