import Database from 'libsql';

/**
 * Records of one kind, in the order they were first put. A write is on disk before the call returns; reads come
 * from memory, so a record is never changed in place, only put again.
 */
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
  /** The one shelf of a kind. */
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
  const shelves = new Map<string, unknown>();
  return {
    shelf: <T>(kind: string) => {
      const shelf = (shelves.get(kind) as Shelf<T> | undefined) ?? openShelf<T>(sqlite, kind);
      shelves.set(kind, shelf);
      return shelf;
    },
    close: () => {
      sqlite.close();
    },
  };
}

function openShelf<T>(sqlite: Database.Database, kind: string): Shelf<T> {
  const records = new Map<string, T>();
  const rows = sqlite.prepare('SELECT id, body FROM record WHERE kind = ? ORDER BY seq').all(kind);
  for (const { id, body } of rows as { id: string; body: string }[]) {
    records.set(id, JSON.parse(body) as T);
  }
  const upsert = sqlite.prepare(
    'INSERT INTO record (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  );
  const erase = sqlite.prepare('DELETE FROM record WHERE kind = ? AND id = ?');
  const remove = (id: string) => {
    erase.run(kind, id);
    records.delete(id);
  };
  return {
    get: (id) => records.get(id),
    put: (id, record) => {
      upsert.run(kind, id, JSON.stringify(record));
      records.set(id, record);
    },
    remove,
    all: () => [...records.values()],
    trim: (count) => {
      for (const id of records.keys()) {
        if (records.size <= count) return;
        remove(id);
      }
    },
  };
}
