import type { Document } from '../bson/value';

/** How many documents are wanted, and in which order. */
export interface Window {
  order: Document;
  limit: number;
}

/** Where a pipeline reads collections: with a query, so that indexes are used; all of it without a window. */
export interface Source {
  find(collection: string, query: Document, window?: Window): Document[];
}
