import type { Document } from '../bson/value';
import type { Plan } from '../indexes/plan';
import type { Collection, Content } from '../store/collection';
import type { StoredIndex } from '../store/storedIndex';

/** A document as one session sees it. */
export interface VisibleRow {
  id: Buffer;
  body: string;
}

/** A document's next state; without `content` it is removed. */
export interface Write {
  collection: Collection;
  id: Buffer;
  before: Document | undefined;
  content: Content | undefined;
}

/** One document's share of an operation; does its reading and writing in one go. */
export type Unit<T> = () => T;

/** How an operation sees and changes documents: plainly, or inside a transaction. */
export interface Session {
  read(collection: Collection, id: Buffer): VisibleRow | undefined;
  /** Every row a plan leads to, each at least once; without a plan, all. */
  rows(collection: Collection, plan: Plan<StoredIndex>): Iterable<VisibleRow>;
  /** Whether `rows` keeps the order a plan promises. */
  keepsOrder(collection: Collection): boolean;
  write(write: Write): void;
  /** Runs units in order; what was done before a failing unit stays done outside a transaction. */
  run<T>(units: readonly Unit<T>[]): Promise<T[]>;
}

/** The name a document is locked and remembered by. */
export function documentKey(id: Buffer): string {
  return id.toString('latin1');
}

/** The lock resource of a document. */
export function documentResource(collection: Collection, id: Buffer): string {
  return `${collection.number}/${documentKey(id)}`;
}
