import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import type { DocumentDatabase, IndexDefinition } from '../../../emulator/database';
import { openInMemory, rowsOf, wire } from './memory';

const INDEXES: IndexDefinition[] = [
  {
    name: 'status_at',
    keys: [
      { field: 'status', direction: 1 },
      { field: 'at', direction: -1 },
    ],
  },
  { name: 'tags', keys: [{ field: 'tags', direction: 1 }] },
  { name: 'lessons', keys: [{ field: 'lessons.id', direction: 1 }] },
  { name: 'price', keys: [{ field: 'price', direction: 1 }] },
  { name: 'nick', keys: [{ field: 'nick', direction: 1 }], sparse: true },
];
const COUNT = 1000;

function order(i: number): object {
  return {
    _id: `o${String(i).padStart(4, '0')}`,
    status: i % 4 === 0 ? 'paid' : 'created',
    at: new Date(1_700_000_000_000 + i),
    tags: [`t${i % 10}`, 'all'],
    lessons: [{ id: `l${i}` }, { id: `l${i + 1}` }],
    price: i,
    owner: `u${i % 2}`,
    ...(i < 5 && { nick: `n${i}` }),
  };
}

type Case = [
  outcome: string,
  parameters: { query: object; order?: object; limit?: number },
  found: number,
  mostExamined: number,
];

const cases: Case[] = [
  ['an _id', { query: { _id: 'o0007' } }, 1, 1],
  ['a list of _ids', { query: { _id: { $in: ['o0001', 'o0002', 'nope'] } } }, 2, 2],
  [
    'a page after an _id',
    { query: { _id: { $gt: 'o0500' } }, order: { _id: 1 }, limit: 20 },
    20,
    20,
  ],
  ['the newest of a status', { query: { status: 'paid' }, order: { at: -1 }, limit: 3 }, 3, 3],
  [
    'the oldest of a status, read backwards',
    { query: { status: 'paid' }, order: { at: 1 }, limit: 3 },
    3,
    3,
  ],
  [
    'a range behind an exact field',
    { query: { status: 'paid', at: { $gte: new Date(1_700_000_000_990) } } },
    2,
    2,
  ],
  ['an element of an array', { query: { tags: 't3' } }, 100, 100],
  ['a field inside elements', { query: { 'lessons.id': 'l7' } }, 2, 2],
  ['$elemMatch', { query: { lessons: { $elemMatch: { id: 'l7' } } } }, 2, 2],
  ['$all', { query: { tags: { $all: ['t3', 'all'] } } }, 100, 100],
  ['a range', { query: { price: { $gte: 10, $lt: 15 } } }, 5, 5],
  [
    'a range written with $and, as _.gt().and(_.lt()) sends it',
    { query: { $and: [{ price: { $gt: 10 } }, { price: { $lt: 15 } }] } },
    4,
    4,
  ],
  ['$in on a field', { query: { price: { $in: [1, 5, 5] } } }, 2, 2],
  [
    '$or of two fields',
    { query: { $or: [{ price: 3 }, { tags: 't3', price: 13 }, { _id: 'o0003' }] } },
    2,
    3,
  ],
  ['an indexed field beside one without index', { query: { status: 'paid', owner: 'u1' } }, 0, 250],
  ['a sparse index', { query: { nick: 'n3' } }, 1, 1],
  ['the highest price', { query: {}, order: { price: -1 }, limit: 1 }, 1, 1],
];

describe('an index is really used for', () => {
  let database: DocumentDatabase;

  beforeAll(async () => {
    database = openInMemory({
      collections: { orders: { indexes: INDEXES }, other: { indexes: [] } },
    });
    await database.insert(
      'orders',
      Array.from({ length: COUNT }, (_x, i) => order(i)),
    );
    await database.insert('other', [{ _id: 'x', id: 'o0007' }]);
  });
  afterAll(() => database.close());

  test.each(cases)('%s', async (_outcome, parameters, found, mostExamined) => {
    const rows = await rowsOf(database, 'orders', { limit: 1000, ...parameters });
    expect(rows).toHaveLength(found);
    expect(database.examined()).toBeLessThanOrEqual(mostExamined);
  });

  test('a conditional update by _id, which reads one document', async () => {
    await database.handle('database.modifyDocument', {
      collectionName: 'orders',
      query: wire({ _id: 'o0001', status: 'created' }),
      data: wire({ $set: { status: 'created' } }),
      merge: true,
      multi: true,
    });
    expect(database.examined()).toBe(1);
  });

  test.each([
    ['fields', { from: 'orders', localField: 'id', foreignField: '_id', as: 'j' }],
    [
      'variables',
      {
        from: 'orders',
        let: { x: '$id' },
        pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$x'] } } }],
        as: 'j',
      },
    ],
    [
      'variables inside $and',
      {
        from: 'orders',
        let: { x: '$id' },
        pipeline: [{ $match: { $expr: { $and: [{ $eq: ['$$x', '$_id'] }] } } }],
        as: 'j',
      },
    ],
    ['a constant', { from: 'orders', pipeline: [{ $match: { _id: 'o0007' } }], as: 'j' }],
  ])('$lookup by %s', async (_name, lookup) => {
    const answer = await database.handle('database.aggregateDocuments', {
      collectionName: 'other',
      stages: [{ stageKey: '$lookup', stageValue: wire(lookup) }],
    });
    expect(JSON.stringify(answer)).toContain('o0007');
    expect(database.examined()).toBe(2);
  });

  const NEWEST_PAID = [
    { $match: { status: 'paid' } },
    { $sort: { at: -1 } },
    { $limit: 3 },
    { $project: { price: 1, _id: 0 } },
  ];
  const aggregated = async (collectionName: string, stages: object[]) => {
    const answer = await database.handle('database.aggregateDocuments', {
      collectionName,
      stages: stages.flatMap((stage) =>
        Object.entries(stage).map(([stageKey, value]) => ({ stageKey, stageValue: wire(value) })),
      ),
    });
    return (answer['data'] as { list: string[] }).list.map((text) => EJSON.parse(text) as object);
  };

  test('the first of an order in an aggregation, which reads no more than these', async () => {
    expect(await aggregated('orders', NEWEST_PAID)).toEqual([
      { price: 996 },
      { price: 992 },
      { price: 988 },
    ]);
    expect(database.examined()).toBe(3);
  });

  test('the first of an order inside $lookup', async () => {
    const lookup = { from: 'orders', pipeline: NEWEST_PAID, as: 'j' };
    const [row] = await aggregated('other', [{ $lookup: lookup }]);
    expect(row).toMatchObject({ j: [{ price: 996 }, { price: 992 }, { price: 988 }] });
    expect(database.examined()).toBe(4);
  });

  test('but not for a number of documents that $expr or $or has still to choose', async () => {
    const chosen = { $or: [{ price: 900 }, { price: 800 }] };
    const pipeline = [{ $match: chosen }, { $sort: { at: -1 } }, { $limit: 1 }];
    const [row] = await aggregated('other', [{ $lookup: { from: 'orders', pipeline, as: 'j' } }]);
    expect(row).toMatchObject({ j: [{ price: 900 }] });
  });
});

describe('an index is not trusted', () => {
  test('for null when it is sparse: documents without the field are found too', async () => {
    const database = openInMemory({
      collections: { c: { indexes: INDEXES.filter(({ sparse }) => sparse) } },
    });
    await database.insert('c', [{ _id: 1 }, { _id: 2, nick: null }, { _id: 3, nick: 'n' }]);
    expect(await rowsOf(database, 'c', { query: { nick: null } })).toHaveLength(2);
    expect(await rowsOf(database, 'c', { order: { nick: 1 } })).toHaveLength(3);
  });

  test('for both ends of a range when elements of an array may meet one each', async () => {
    const database = openInMemory({ collections: { orders: { indexes: INDEXES } } });
    await database.insert('orders', [{ _id: 1, price: [1, 9] }]);
    expect(await rowsOf(database, 'orders', { query: { price: { $gt: 5, $lt: 3 } } })).toHaveLength(
      1,
    );
  });

  test('for an order when a document stands in it several times', async () => {
    const database = openInMemory({ collections: { orders: { indexes: INDEXES } } });
    await database.insert('orders', [
      { _id: 'a', price: [1, 9] },
      { _id: 'b', price: 5 },
    ]);
    const ids = async (direction: number) =>
      (await rowsOf(database, 'orders', { order: { price: direction } })).map(({ _id }) => _id);
    expect(await ids(1)).toEqual(['a', 'b']);
    expect(await ids(-1)).toEqual(['a', 'b']);
  });

  test('for an order when a range hides the element a document is sorted by', async () => {
    const database = openInMemory({ collections: { orders: { indexes: INDEXES } } });
    await database.insert('orders', [
      { _id: 'a', price: [1, 9] },
      { _id: 'b', price: 7 },
    ]);
    const rows = await rowsOf(database, 'orders', {
      query: { price: { $gt: 5 } },
      order: { price: 1 },
    });
    expect(rows.map(({ _id }) => _id)).toEqual(['a', 'b']);
  });
});

describe('an index declared later', () => {
  const directory = mkdtempSync(join(tmpdir(), 'planner-'));
  const reopen = (name: string, indexes: IndexDefinition[]) =>
    openInMemory({ file: join(directory, name), collections: { orders: { indexes } } });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('is filled from the documents there are', async () => {
    const before = reopen('filled.db', []);
    await before.insert('orders', [order(1), order(2)]);
    before.close();
    const after = reopen('filled.db', INDEXES);
    expect(await rowsOf(after, 'orders', { query: { price: 2 } })).toHaveLength(1);
    expect(after.examined()).toBe(1);
    after.close();
  });

  test('is refused when it is unique and the documents are not', async () => {
    const before = reopen('refused.db', []);
    await before.insert('orders', [{ n: 1 }, { n: 1 }]);
    before.close();
    const unique = [{ name: 'n', keys: [{ field: 'n', direction: 1 as const }], unique: true }];
    expect(() => reopen('refused.db', unique)).toThrow('E11000');
  });
});
