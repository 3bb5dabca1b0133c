import type { Document } from '../../../emulator/database/bson/value';
import { compileProjection } from '../../../emulator/database/projection/project';
import { compileQuery } from '../../../emulator/database/query/compile';
import { sortDocuments, type SortFields } from '../../../emulator/database/query/sort';
import type { StoredCollection } from './collection';
import { copiedDocument } from './copied';
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
  return [...new Set(ids)].flatMap((id) => {
    const found = moment ? collection.at(id, moment) : collection.get(id);
    return found ? [found] : [];
  });
};

/** The stored documents that match, now or as they were. */
export const matching = (
  collection: StoredCollection,
  query: Document,
  moment?: Moment,
): Document[] => {
  const matches = compileQuery(query);
  const found: Document[] = [];
  for (const document of candidates(collection, query, moment)) {
    if (matches(document)) found.push(document);
  }
  return found;
};

/** The documents asked for, as copies. */
export const select = (
  collection: StoredCollection,
  { query, order = [], limit, fields }: Selection,
  moment?: Moment,
): Document[] => {
  const found = matching(collection, query, moment);
  const ordered = order.length > 0 ? sortDocuments(found, order, (document) => document) : found;
  const chosen = ordered.slice(0, Math.min(limit || DEFAULT_LIMIT, MOST));
  const project = fields && compileProjection(fields, query);
  return chosen.map((document) => copiedDocument(project ? project(document) : document));
};
