import Database from 'libsql';

/** One value bound to a statement or read from a column. */
export type Cell = Buffer | string | number | null;

/** How long to wait for another process that reads or writes the same file. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * A SQLite file with write-ahead log, every commit on disk before it is acknowledged.
 * Rows come as arrays. Arguments always travel as one array: libsql takes a lone Buffer for named parameters and aborts.
 */
export class Connection {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private inTransaction = false;

  constructor(file: string) {
    this.database = new Database(file);
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = FULL');
    this.database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const prepared = this.database.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }

  /** Runs a statement that answers no rows; tells the id of an inserted row. */
  run(sql: string, ...cells: Cell[]): number {
    return Number(this.statement(sql).run(cells).lastInsertRowid);
  }

  /** The first row, if any. */
  row(sql: string, ...cells: Cell[]): Cell[] | undefined {
    return this.statement(sql).raw().get(cells) as Cell[] | undefined;
  }

  /** All rows. */
  rows(sql: string, ...cells: Cell[]): Cell[][] {
    return this.statement(sql).raw().all(cells) as Cell[][];
  }

  /** Runs statements that define tables. */
  define(sql: string): void {
    this.database.exec(sql);
  }

  /** Makes everything written inside durable together, or nothing of it; may be nested. */
  atomically<T>(work: () => T): T {
    if (this.inTransaction) return work();
    this.run('BEGIN IMMEDIATE');
    this.inTransaction = true;
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.run('ROLLBACK');
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  close(): void {
    this.database.close();
  }
}
