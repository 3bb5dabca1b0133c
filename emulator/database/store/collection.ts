import { decodeStored } from '../bson/decode';
import type { Document } from '../bson/value';
import type { KeyRange } from '../index/ranges';
import type { IndexScan } from '../index/plan';
import type { Cell, Connection } from './connection';
import type { StoredIndex } from './storedIndex';

/** A stored document: `sequence` grows with insertion, `id` is the key of its `_id`, `body` canonical extended JSON. */
export interface Row {
  sequence: number;
  id: Buffer;
  body: string;
}

/** A document about to be stored, with its text. */
export interface Content {
  document: Document;
  body: string;
}

const FIRST_PAGE = 128;
const NEXT_PAGES = 1024;

function toRow([sequence, id, body]: Cell[]): Row {
  return { sequence: sequence as number, id: id as Buffer, body: body as string };
}

/** Reads page by page, so that rows may be written while others are still to come. */
function* pages(read: (last: Cell[] | undefined, size: number) => Cell[][]): Generator<Cell[]> {
  let last: Cell[] | undefined;
  for (let size = FIRST_PAGE; ; size = NEXT_PAGES) {
    const page = read(last, size);
    yield* page;
    if (page.length < size) return;
    last = page.at(-1);
  }
}

/** One collection: a table of documents, and a table of keys for each index. */
export class Collection {
  private readonly table: string;

  readonly number: number;
  readonly name: string;
  /** The `_id_` index comes first. */
  readonly indexes: StoredIndex[];

  constructor(
    private readonly connection: Connection,
    { number, name, indexes }: Pick<Collection, 'number' | 'name' | 'indexes'>,
  ) {
    this.number = number;
    this.name = name;
    this.indexes = indexes;
    this.table = `documents_${number}`;
  }

  createTable(): void {
    this.connection.define(
      `CREATE TABLE ${this.table} (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    );
  }

  count(): number {
    const [count] = this.connection.row(`SELECT count(*) FROM ${this.table}`) ?? [];
    return Number(count);
  }

  read(id: Buffer): Row | undefined {
    const row = this.connection.row(
      `SELECT sequence, id, body FROM ${this.table} WHERE id = ?`,
      id,
    );
    return row && toRow(row);
  }

  /** The newest rows, newest last. */
  newest(limit: number): Row[] {
    const sql = `SELECT sequence, id, body FROM ${this.table} ORDER BY sequence DESC LIMIT ?`;
    return this.connection.rows(sql, limit).map(toRow).reverse();
  }

  /** Every document, oldest first. */
  *scan(): Generator<Row> {
    const sql = `SELECT sequence, id, body FROM ${this.table} WHERE sequence > ? ORDER BY sequence LIMIT ?`;
    const read = (last: Cell[] | undefined, size: number) =>
      this.connection.rows(sql, last?.[0] ?? 0, size);
    for (const cells of pages(read)) yield toRow(cells);
  }

  /** The documents an index lists in the scan's ranges; one may come twice from a multikey index. */
  *rowsOf({ index, ranges, backward }: IndexScan<StoredIndex>): Generator<Row> {
    for (const range of ranges) yield* this.rowsIn(index, range, backward);
  }

  private *rowsIn(index: StoredIndex, range: KeyRange, backward: boolean): Generator<Row> {
    const read = (last: Cell[] | undefined, size: number) =>
      index.read(range, { backward, last, size });
    for (const cells of pages(read)) yield toRow(cells);
  }

  insert(id: Buffer, { document, body }: Content): void {
    const sequence = this.connection.run(
      `INSERT INTO ${this.table} (id, body) VALUES (?, ?)`,
      id,
      body,
    );
    for (const index of this.indexes) index.change(sequence, undefined, document);
  }

  replace(row: Row, { document, body }: Content): void {
    const sql = `UPDATE ${this.table} SET body = ? WHERE sequence = ?`;
    this.connection.run(sql, body, row.sequence);
    this.followChange(row, document);
  }

  remove(row: Row): void {
    this.connection.run(`DELETE FROM ${this.table} WHERE sequence = ?`, row.sequence);
    this.followChange(row, undefined);
  }

  private followChange({ sequence, body }: Row, after: Document | undefined): void {
    const secondary = this.indexes.slice(1);
    if (secondary.length === 0) return;
    const before = decodeStored(body);
    for (const index of secondary) index.change(sequence, before, after);
  }
}
