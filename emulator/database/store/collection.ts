import { decodeStored } from '../bson/decode';
import type { Document } from '../bson/value';
import type { KeyRange } from '../indexes/ranges';
import type { IndexScan } from '../indexes/plan';
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

/** The statements of one documents table, written once: their text is how prepared statements are found again. */
function statementsOn(table: string) {
  const columns = `SELECT sequence, id, body FROM ${table}`;
  return {
    create: `CREATE TABLE ${table} (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    count: `SELECT count(*) FROM ${table}`,
    read: `${columns} WHERE id = ?`,
    newest: `${columns} ORDER BY sequence DESC LIMIT ?`,
    scan: `${columns} WHERE sequence > ? ORDER BY sequence LIMIT ?`,
    insert: `INSERT INTO ${table} (id, body) VALUES (?, ?)`,
    replace: `UPDATE ${table} SET body = ? WHERE sequence = ?`,
    remove: `DELETE FROM ${table} WHERE sequence = ?`,
  };
}

/** One collection: a table of documents, and a table of keys for each index. */
export class Collection {
  readonly number: number;
  readonly name: string;
  /** The `_id_` index comes first. */
  readonly indexes: StoredIndex[];
  private readonly sql: ReturnType<typeof statementsOn>;

  constructor(
    private readonly connection: Connection,
    { number, name, indexes }: Pick<Collection, 'number' | 'name' | 'indexes'>,
  ) {
    this.number = number;
    this.name = name;
    this.indexes = indexes;
    this.sql = statementsOn(`documents_${number}`);
  }

  createTable(): void {
    this.connection.define(this.sql.create);
  }

  count(): number {
    const [count] = this.connection.row(this.sql.count) ?? [];
    return Number(count);
  }

  read(id: Buffer): Row | undefined {
    const row = this.connection.row(this.sql.read, id);
    return row && toRow(row);
  }

  /** The newest rows, newest last. */
  newest(limit: number): Row[] {
    return this.connection.rows(this.sql.newest, limit).map(toRow).reverse();
  }

  /** Every document, oldest first. */
  *scan(): Generator<Row> {
    const read = (last: Cell[] | undefined, size: number) =>
      this.connection.rows(this.sql.scan, last?.[0] ?? 0, size);
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
    const sequence = this.connection.run(this.sql.insert, id, body);
    for (const index of this.indexes) index.change(sequence, undefined, document);
  }

  replace(row: Row, { document, body }: Content): void {
    this.connection.run(this.sql.replace, body, row.sequence);
    this.followChange(row, document);
  }

  remove(row: Row): void {
    this.connection.run(this.sql.remove, row.sequence);
    this.followChange(row, undefined);
  }

  private followChange({ sequence, body }: Row, after: Document | undefined): void {
    const secondary = this.indexes.slice(1);
    if (secondary.length === 0) return;
    const before = decodeStored(body);
    for (const index of secondary) index.change(sequence, before, after);
  }
}
