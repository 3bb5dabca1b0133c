import type { Document } from '../bson/value';

/** Where a pipeline reads collections: with a query, so that indexes are used. */
export interface Source {
  find(collection: string, query: Document): Document[];
}
