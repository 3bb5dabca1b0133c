import type { Document } from '../bson/value';
import type { IndexDefinition } from '../contract';
import { type IndexEntries, indexEntries } from '../indexes/entries';
import type { PlannedIndex } from '../indexes/plan';
import type { KeyRange } from '../indexes/ranges';
import type { Cell, Connection } from './connection';

/** Which page of a range to read. */
export interface PageRequest {
  backward: boolean;
  /** The last row of the page before: sequence, id, body and, for secondary indexes, the key. */
  last: Cell[] | undefined;
  size: number;
}

/** An index that can be read by key and follows the changes of its collection. */
export interface StoredIndex extends PlannedIndex {
  /** Rows `[sequence, id, body, key]` in key order. */
  read(range: KeyRange, page: PageRequest): Cell[][];
  /** The `_id` keys of the documents listed under exactly this key. */
  holders(key: Buffer): Buffer[];
  /** Follows one document from one state to the next. */
  change(sequence: number, before: Document | undefined, after: Document | undefined): void;
}

const NOTHING: IndexEntries = { keys: [], multikey: false };

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

/** Where an index is in the file, and whether it has met an array. */
export interface IndexPlace {
  number: number;
  collection: number;
  multikey: boolean;
}

/** A declared index: its own table of (key, document), so that an array is found by each of its elements. */
export class SecondaryIndex implements StoredIndex {
  multikey: boolean;
  private readonly table: string;
  private readonly forward: string;
  private readonly backward: string;

  constructor(
    private readonly connection: Connection,
    readonly place: IndexPlace,
    readonly definition: IndexDefinition,
  ) {
    this.multikey = place.multikey;
    this.table = `keys_${place.number}`;
    const select = `SELECT d.sequence, d.id, d.body, k.key FROM ${this.table} k JOIN documents_${place.collection} d ON d.sequence = k.document`;
    this.forward = `${select} WHERE (k.key, k.document) > (?, ?) AND k.key < ? ORDER BY k.key, k.document LIMIT ?`;
    this.backward = `${select} WHERE (k.key, k.document) < (?, ?) AND k.key >= ? ORDER BY k.key DESC, k.document DESC LIMIT ?`;
  }

  createTable(): void {
    this.connection.define(
      `CREATE TABLE ${this.table} (key BLOB NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID`,
    );
  }

  dropTable(): void {
    this.connection.define(`DROP TABLE ${this.table}`);
  }

  /** Whether two documents stand under one key. */
  hasRepeatedKey(): boolean {
    const sql = `SELECT 1 FROM ${this.table} GROUP BY key HAVING count(*) > 1 LIMIT 1`;
    return this.connection.row(sql) !== undefined;
  }

  read({ from, to }: KeyRange, { backward, last, size }: PageRequest): Cell[][] {
    const [sequence = -1, , , key] = last ?? [];
    return backward
      ? this.connection.rows(this.backward, key ?? to, sequence, from, size)
      : this.connection.rows(this.forward, key ?? from, sequence, to, size);
  }

  countIn({ from, to }: KeyRange, most: number): number {
    const keys = `SELECT 1 FROM ${this.table} WHERE key >= ? AND key < ? LIMIT ?`;
    const [count] = this.connection.row(`SELECT count(*) FROM (${keys})`, from, to, most) ?? [];
    return Number(count);
  }

  holders(key: Buffer): Buffer[] {
    const sql = `SELECT d.id FROM ${this.table} k JOIN documents_${this.place.collection} d ON d.sequence = k.document WHERE k.key = ?`;
    return this.connection.rows(sql, key).map(([id]) => id as Buffer);
  }

  change(sequence: number, before: Document | undefined, after: Document | undefined): void {
    const old = before ? indexEntries(before, this.definition) : NOTHING;
    const fresh = after ? indexEntries(after, this.definition) : NOTHING;
    for (const key of without(old.keys, fresh.keys)) {
      this.connection.run(
        `DELETE FROM ${this.table} WHERE key = ? AND document = ?`,
        key,
        sequence,
      );
    }
    for (const key of without(fresh.keys, old.keys)) {
      this.connection.run(`INSERT INTO ${this.table} (key, document) VALUES (?, ?)`, key, sequence);
    }
    if (fresh.multikey && !this.multikey) this.becomeMultikey();
  }

  private becomeMultikey(): void {
    this.multikey = true;
    this.connection.run('UPDATE indexes SET multikey = 1 WHERE number = ?', this.place.number);
  }
}

/** The `_id_` index, which is the documents table itself. */
export class IdIndex implements StoredIndex {
  readonly definition: IndexDefinition = {
    name: '_id_',
    keys: [{ field: '_id', direction: 1 }],
    unique: true,
  };
  readonly multikey = false;
  private readonly forward: string;
  private readonly backward: string;

  constructor(
    private readonly connection: Connection,
    collection: number,
  ) {
    const select = `SELECT sequence, id, body FROM documents_${collection}`;
    this.forward = `${select} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?`;
    this.backward = `${select} WHERE id < ? AND id >= ? ORDER BY id DESC LIMIT ?`;
  }

  read({ from, to }: KeyRange, { backward, last, size }: PageRequest): Cell[][] {
    const id = last?.[1] as Buffer | undefined;
    if (backward) return this.connection.rows(this.backward, id ?? to, from, size);
    const next = id ? Buffer.concat([id, Buffer.alloc(1)]) : from;
    return this.connection.rows(this.forward, next, to, size);
  }

  /** An `_id` holds one document: whatever else there is, nothing narrows more. */
  countIn(): number {
    return 1;
  }

  holders(key: Buffer): Buffer[] {
    return [key];
  }

  change(): void {
    // The documents table is written by the collection itself.
  }
}
