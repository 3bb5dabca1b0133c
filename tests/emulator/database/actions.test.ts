import { EJSON } from 'bson';
import type { DocumentDatabase } from '../../../emulator/database';
import { openInMemory, rowsOf, wire } from './memory';

let database: DocumentDatabase;

beforeEach(() => {
  database = openInMemory({
    collections: { c: { indexes: [] } },
    lockWaitMs: 50,
    transactionLifeMs: 5000,
  });
});
afterEach(() => database.close());

const modify = (parameters: { query: object; data: object } & Record<string, unknown>) =>
  database.handle('database.modifyDocument', {
    collectionName: 'c',
    merge: true,
    ...parameters,
    query: wire(parameters.query),
    data: wire(parameters.data),
  });

describe('answers have the fields of the wire', () => {
  test('set creates with upsert_id, then updates', async () => {
    const set = () => modify({ query: { _id: 'x' }, data: { a: 1 }, merge: false, upsert: true });
    expect(await set()).toEqual({ data: { updated: 0, upsert_id: 'x' } });
    expect(await set()).toEqual({ data: { updated: 0, upsert_id: null } });
    const other = await modify({ query: { _id: 'x' }, data: { b: 1 }, merge: false, upsert: true });
    expect(other).toEqual({ data: { updated: 1, upsert_id: null } });
  });

  test('an upsert by query starts from its equalities and uses $setOnInsert', async () => {
    const query = { user: 'u', $and: [{ 'o.k': { $eq: 1 } }], n: { $gt: 5 } };
    await modify({ query, data: { $inc: { n: 1 }, $setOnInsert: { made: true } }, upsert: true });
    const [made] = await rowsOf(database, 'c', {});
    expect(made).toMatchObject({ user: 'u', o: { k: 1 }, n: 1, made: true });
  });

  test('modifyAndReturnDoc answers the document as it is afterwards', async () => {
    await database.insert('c', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    const answer = await database.handle('database.modifyAndReturnDoc', {
      collectionName: 'c',
      query: wire({ n: 1 }),
      data: wire({ $inc: { n: 5 } }),
    });
    const { updated, doc } = answer['data'] as { updated: number; doc: string };
    expect([updated, EJSON.parse(doc)]).toEqual([1, { _id: 'a', n: 6 }]);
    const none = await database.handle('database.modifyAndReturnDoc', {
      collectionName: 'c',
      query: wire({ n: 99 }),
      data: wire({ $inc: { n: 5 } }),
    });
    expect(none).toEqual({ data: { updated: 0 } });
  });

  test('multi: false changes the first match only', async () => {
    await database.insert('c', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    const answer = await modify({ query: { n: 1 }, data: { $set: { n: 2 } }, multi: false });
    expect(answer).toEqual({ data: { updated: 1, upsert_id: null } });
  });

  test('an update stops at the document that refuses it; those before stay changed', async () => {
    await database.insert('c', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 'x' },
      { _id: 'c', n: 1 },
    ]);
    await expect(modify({ query: {}, data: { $inc: { n: 1 } }, multi: true })).rejects.toThrow(
      'non-numeric',
    );
    expect(await rowsOf(database, 'c', { query: { n: 2 } })).toHaveLength(1);
  });

  test('an unknown action is refused by name', async () => {
    await expect(database.handle('database.dance', {})).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      message: 'emulator: unknown action database.dance',
    });
  });

  test.each([
    ['no collection', { query: '{}' }],
    ['a query that is no JSON', { collectionName: 'c', query: '{' }],
    ['a negative limit', { collectionName: 'c', limit: -1 }],
    ['a query that is a list', { collectionName: 'c', query: '[]' }],
  ])('%s is an invalid parameter', async (_name, parameters) => {
    await expect(database.handle('database.getDocument', parameters)).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });
});

describe('limits', () => {
  test('an answer over 1 MB is refused', async () => {
    const half = 'x'.repeat(600_000);
    await database.insert('c', [
      { _id: 'a', half },
      { _id: 'b', half },
    ]);
    await expect(rowsOf(database, 'c', {})).rejects.toThrow(/-602001 .*size exceed limit/);
    expect(await rowsOf(database, 'c', { limit: 1 })).toHaveLength(1);
  });

  test('a document over 16 MB is refused', async () => {
    const data = [wire({ text: 'x'.repeat(17 * 1024 * 1024) })];
    await expect(
      database.handle('database.insertDocument', { collectionName: 'c', data }),
    ).rejects.toThrow('object to insert too large');
  });

  test('a plain write gives up waiting for a lock', async () => {
    await database.insert('c', [{ _id: 'a', n: 1 }]);
    const { transactionId } = await database.handle('database.startTransaction', {});
    await modify({ query: { _id: 'a' }, data: { $inc: { n: 1 } }, transactionId });
    await expect(modify({ query: { _id: 'a' }, data: { $inc: { n: 1 } } })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
      message: expect.stringContaining('TransactionBusy') as string,
    });
  });
});

describe('looking from inside the process', () => {
  test('collections are counted, documents shown as plain JSON, newest last', async () => {
    await database.handle('database.addCollection', { collectionName: 'made' });
    await database.insert('c', [
      { _id: 1 },
      { _id: 2, at: new Date(0), o: { list: [new Date(1)] } },
      { _id: 3 },
    ]);
    expect(database.collections()).toEqual([
      { name: 'c', count: 3 },
      { name: 'made', count: 0 },
    ]);
    expect(database.documents('c', 2)).toEqual([
      { _id: 2, at: '1970-01-01T00:00:00.000Z', o: { list: ['1970-01-01T00:00:00.001Z'] } },
      { _id: 3 },
    ]);
  });
});
