import Database from 'libsql';

/** Records of one kind, kept in the order they were first put; every write is on disk before the call returns. */
export interface Shelf<T> {
  get(id: string): T | undefined;
  put(id: string, record: T): void;
  remove(id: string): void;
  /** All records, oldest first. */
  all(): T[];
  /** Keeps only the newest `count` records. */
  trim(count: number): void;
}

/**
 * What the cloud itself remembers besides the document database: payments, outbox, clock, sessions.
 * One SQLite file; a write that has returned survives `kill -9`.
 */
export interface StateFile {
  shelf<T>(kind: string): Shelf<T>;
  close(): void;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS record (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, id)
)`;

/** Opens (or creates) the state file. */
export function openState(file: string): StateFile {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.exec(SCHEMA);
  return {
    shelf: <T>(kind: string) => openShelf<T>(sqlite, kind),
    close: () => {
      sqlite.close();
    },
  };
}

function openShelf<T>(sqlite: Database.Database, kind: string): Shelf<T> {
  const one = sqlite.prepare('SELECT body FROM record WHERE kind = ? AND id = ?');
  const every = sqlite.prepare('SELECT body FROM record WHERE kind = ? ORDER BY seq');
  const upsert = sqlite.prepare(
    'INSERT INTO record (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  );
  const erase = sqlite.prepare('DELETE FROM record WHERE kind = ? AND id = ?');
  const eraseOld = sqlite.prepare(
    'DELETE FROM record WHERE kind = ? AND seq NOT IN (SELECT seq FROM record WHERE kind = ? ORDER BY seq DESC LIMIT ?)',
  );
  const parse = (row: unknown) => JSON.parse((row as { body: string }).body) as T;
  return {
    get: (id) => {
      const row = one.get(kind, id);
      return row === undefined ? undefined : parse(row);
    },
    put: (id, record) => void upsert.run(kind, id, JSON.stringify(record)),
    remove: (id) => void erase.run(kind, id),
    all: () => every.all(kind).map(parse),
    trim: (count) => void eraseOld.run(kind, kind, count),
  };
}
