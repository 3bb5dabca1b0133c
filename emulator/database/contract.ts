import type { Clock } from '../clock';

/** One field of an index, with the direction its keys are kept in. */
export interface IndexField {
  field: string;
  direction: 1 | -1;
}

/** An index as the cloud console defines it. */
export interface IndexDefinition {
  name: string;
  keys: IndexField[];
  unique?: boolean;
  /** A sparse index leaves out documents that have none of its fields. */
  sparse?: boolean;
}

/** A collection that exists from the start, with its indexes. */
export interface CollectionDefinition {
  indexes: IndexDefinition[];
}

/** How a duplicate key is reported: as observed on the real cloud, or with the code of the documentation. */
export type DuplicateKeyVariant = 'observed' | 'documented';

/** What a database is opened with. */
export interface DatabaseOptions {
  /** A file path, or `:memory:`. */
  file: string;
  /** Gives `db.serverDate()` its value. Locks and transactions live in real time. */
  clock: Clock;
  /** Collections created at start; their index definitions replace the stored ones. */
  collections: Record<string, CollectionDefinition>;
  duplicateKeyVariant?: DuplicateKeyVariant;
  /** How long a transaction may live; 30 000 ms on the cloud. */
  transactionLifeMs?: number;
  /** How long a plain write waits for a document locked by a transaction; 10 000 ms by default. */
  lockWaitMs?: number;
  /** Largest answer of one query; 1 MB on the cloud. */
  maxResultBytes?: number;
}

/** A document database that answers the cloud's `database.*` actions. */
export interface DocumentDatabase {
  /**
   * Answers one `database.*` action with the fields of its answer besides `requestId`
   * (`{data: …}` or `{transactionId}`); every failure is a `CloudError`.
   */
  handle(action: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** All collections with the number of their documents, by name. */
  collections(): { name: string; count: number }[];
  /** The newest `limit` documents as plain JSON values (dates as ISO text), newest last. */
  documents(collection: string, limit: number): object[];
  /** Adds documents from inside the process, for loading seeds; a document whose `_id` exists is a `CloudError`. */
  insert(collection: string, documents: readonly object[]): Promise<string[]>;
  /** How many documents the last query had to look at, for proving that an index was used. */
  examined(): number;
  /** Aborts open transactions and closes the file. */
  close(): void;
}
