import type {
  DocumentDatabase,
  DuplicateKeyVariant,
  IndexDefinition,
} from '../../../emulator/database';
import { openInMemory, rowsOf, wire } from './memory';

const UNIQUE: IndexDefinition[] = [
  { name: 'email', keys: [{ field: 'email', direction: 1 }], unique: true, sparse: true },
  {
    name: 'user_course',
    keys: [
      { field: 'user', direction: 1 },
      { field: 'course', direction: -1 },
    ],
    unique: true,
  },
  { name: 'codes', keys: [{ field: 'codes', direction: 1 }], unique: true, sparse: true },
];

let database: DocumentDatabase;
afterEach(() => database.close());

function open(duplicateKeyVariant: DuplicateKeyVariant = 'observed'): void {
  database = openInMemory({ collections: { c: { indexes: UNIQUE } }, duplicateKeyVariant });
}

const add = (document: object, transactionId?: unknown) =>
  database.handle('database.insertDocument', {
    collectionName: 'c',
    data: [wire(document)],
    transactionId,
  });
const update = (query: object, data: object, transactionId?: unknown) =>
  database.handle('database.modifyDocument', {
    collectionName: 'c',
    query: wire(query),
    data: wire(data),
    merge: true,
    multi: true,
    transactionId,
  });
const start = async () => (await database.handle('database.startTransaction', {}))['transactionId'];

describe('a unique index', () => {
  beforeEach(() => open());

  test('refuses a second document with all its fields, in the cloud’s words', async () => {
    await add({ _id: 1, user: 'u', course: 'c' });
    await expect(add({ _id: 2, user: 'u', course: 'c' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message:
        '[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-local.c index: user_course dup key: { : "u", : "c" }}]}, {<nil>}]',
    });
    await add({ _id: 3, user: 'u', course: 'd' });
  });

  test('takes a missing field for null', async () => {
    await add({ _id: 1, user: 'u' });
    await expect(add({ _id: 2, user: 'u', course: null })).rejects.toThrow('E11000');
  });

  test('leaves documents without the field alone when it is sparse', async () => {
    await add({ _id: 1, user: 1 });
    await add({ _id: 2, user: 2 });
    await add({ _id: 3, user: 3, email: 'a' });
    await expect(add({ _id: 4, user: 4, email: 'a' })).rejects.toThrow('index: email');
  });

  test('holds for every element of an array, but not within one document', async () => {
    await add({ _id: 1, user: 1, codes: ['x', 'x', 'y'] });
    await expect(add({ _id: 2, user: 2, codes: ['z', 'y'] })).rejects.toThrow('index: codes');
  });

  test('holds for updates, and lets a document keep its own key', async () => {
    await add({ _id: 1, user: 1, email: 'a' });
    await add({ _id: 2, user: 2, email: 'b' });
    await update({ _id: 1 }, { $set: { email: 'a', seen: true } });
    await expect(update({ _id: 2 }, { $set: { email: 'a' } })).rejects.toThrow('E11000');
    expect(await rowsOf(database, 'c', { query: { email: 'b' } })).toHaveLength(1);
  });

  test('gives a key free when its document is removed', async () => {
    await add({ _id: 1, user: 1, email: 'a' });
    await database.handle('database.removeDocument', {
      collectionName: 'c',
      query: wire({ _id: 1 }),
    });
    await add({ _id: 2, user: 2, email: 'a' });
  });

  test('keeps the documents of a batch before the refused one', async () => {
    const data = [
      { _id: 1, user: 1 },
      { _id: 2, user: 1 },
      { _id: 3, user: 3 },
    ].map(wire);
    await expect(
      database.handle('database.insertDocument', { collectionName: 'c', data }),
    ).rejects.toThrow('E11000');
    expect(await rowsOf(database, 'c', {})).toHaveLength(1);
  });

  test('refuses inside a transaction what is committed or its own', async () => {
    await add({ _id: 1, user: 1, email: 'a' });
    await expect(add({ _id: 2, user: 2, email: 'a' }, await start())).rejects.toThrow('E11000');
    const own = await start();
    await add({ _id: 3, user: 3, email: 'c' }, own);
    await expect(add({ _id: 4, user: 4, email: 'c' }, own)).rejects.toThrow('E11000');
  });

  test('lets a transaction move a key from one document to another', async () => {
    await add({ _id: 1, user: 1, email: 'a' });
    const transaction = await start();
    await update({ _id: 1 }, { $set: { email: 'old' } }, transaction);
    await add({ _id: 2, user: 2, email: 'a' }, transaction);
    await database.handle('database.commitTransaction', { transactionId: transaction });
    const [holder] = await rowsOf(database, 'c', { query: { email: 'a' } });
    expect(holder).toMatchObject({ _id: 2 });
  });

  test('makes two transactions wanting one key conflict', async () => {
    const [first, second] = [await start(), await start()];
    await add({ _id: 1, user: 1, email: 'a' }, first);
    await expect(add({ _id: 2, user: 2, email: 'a' }, second)).rejects.toThrow(
      'TransactionConflict',
    );
  });

  test('makes a key committed after the snapshot a conflict', async () => {
    const transaction = await start();
    await add({ _id: 1, user: 1, email: 'a' });
    await expect(add({ _id: 2, user: 2, email: 'a' }, transaction)).rejects.toThrow(
      'TransactionConflict',
    );
  });

  test('makes a plain write wait for a key that a transaction holds', async () => {
    const transaction = await start();
    await add({ _id: 1, user: 1, email: 'a' }, transaction);
    const plain = add({ _id: 2, user: 2, email: 'a' });
    await database.handle('database.commitTransaction', { transactionId: transaction });
    await expect(plain).rejects.toThrow('E11000');
  });
});

test('a duplicate can be reported with the documented code instead', async () => {
  open('documented');
  await add({ _id: 1, user: 1 });
  await expect(add({ _id: 1, user: 2 })).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
    message: expect.stringContaining('E11000') as string,
  });
});
