import { join } from 'node:path';
import Database from 'libsql';
import { listen } from './listen';

/**
 * A program: the least that a document store can do for the SDK and still be durable. It gets, inserts and
 * changes by `_id`, each write on disk before it is acknowledged; no indexes, no operator but `$set`, no rules.
 * `tsx store.ts <folder>`
 */
type Request = {
  readonly action: string;
  readonly collectionName: string;
  readonly query?: string;
  readonly data?: string | readonly string[];
};
type Stored = Record<string, unknown> & { readonly _id?: string };

const database = new Database(join(process.argv[2] ?? '.', 'limit.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE IF NOT EXISTS documents (key TEXT PRIMARY KEY, body TEXT NOT NULL)');
const select = database.prepare('SELECT body FROM documents WHERE key = ?');
const replace = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?)');

const parsed = (text: string) => JSON.parse(text) as Stored;
const keyOf = (collection: string, { _id = '' }: Stored) => `${collection}/${_id}`;
const read = (key: string) => (select.get([key]) as { body: string } | undefined)?.body;
const write = (key: string, document: Stored) => replace.run([key, JSON.stringify(document)]);

const get = ({ collectionName, query = '{}' }: Request) => {
  const body = read(keyOf(collectionName, parsed(query)));
  return { list: body === undefined ? [] : [body] };
};

const insert = ({ collectionName, data = [] }: Request) => {
  const documents = [data].flat().map(parsed);
  for (const document of documents) write(keyOf(collectionName, document), document);
  return { insertedIds: documents.map(({ _id }) => _id) };
};

/** Changes the document if the rest of the query still holds of it. */
const modify = ({ collectionName, query = '{}', data = '{}' }: Request) => {
  const wanted = Object.entries(parsed(query));
  const key = keyOf(collectionName, parsed(query));
  const document = parsed(read(key) ?? 'null');
  if (!document || wanted.some(([field, is]) => document[field] !== is)) return { updated: 0 };
  const { $set = {} } = parsed(String(data)) as { $set?: object };
  write(key, { ...document, ...$set });
  return { updated: 1 };
};

const ACTIONS: Readonly<Record<string, (request: Request) => object>> = {
  'database.getDocument': get,
  'database.insertDocument': insert,
  'database.modifyDocument': modify,
};

listen(({ body }) => {
  const request = JSON.parse(body) as Request;
  const action = ACTIONS[request.action];
  if (!action) throw new Error(`the limit store does not know ${request.action}`);
  return Promise.resolve({ requestId: 'limit', data: action(request) });
});
