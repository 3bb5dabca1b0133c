import { EJSON } from 'bson';
import type { DocumentDatabase } from '../../../emulator/database';
import { openInMemory, wire } from './memory';

type Stage = Record<string, unknown>;
type Case = [outcome: string, documents: object[], stages: Stage[], expected: object[] | RegExp];

const USERS = [
  { _id: 'u1', name: 'N', c: 1, groups: ['g1', 'g2'] },
  { _id: 'u2', name: 'M', c: 2 },
];

async function run(documents: object[], stages: Stage[]): Promise<object[]> {
  const database: DocumentDatabase = openInMemory({
    collections: { docs: { indexes: [] }, users: { indexes: [] } },
  });
  try {
    await database.insert('users', USERS);
    await database.insert('docs', documents);
    const answer = await database.handle('database.aggregateDocuments', {
      collectionName: 'docs',
      stages: stages.flatMap((stage) =>
        Object.entries(stage).map(([stageKey, value]) => ({
          stageKey,
          stageValue: wire(value as object),
        })),
      ),
    });
    const { list } = answer['data'] as { list: string[] };
    return list.map((text) => EJSON.parse(text) as object);
  } finally {
    database.close();
  }
}

const at = (text: string) => new Date(text);

const ORDERS = [
  { _id: 1, u: 'u1', s: 'p', f: 10, t: at('2026-01-31T17:30:00Z'), tags: ['a', 'b'] },
  { _id: 2, u: 'u2', s: 'p', f: 20, t: at('2026-02-01T00:00:00Z'), tags: [] },
  { _id: 3, u: 'u9', s: 'c', f: 'x', t: null },
];
const [FIRST = {}] = ORDERS;

const GROUPS: Case[] = [
  [
    '$group sums numbers and ignores text',
    ORDERS,
    [{ $group: { _id: '$s', n: { $sum: 1 }, f: { $sum: '$f' } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'c', n: 1, f: 0 },
      { _id: 'p', n: 2, f: 30 },
    ],
  ],
  [
    '$group over everything',
    ORDERS,
    [
      {
        $group: {
          _id: null,
          avg: { $avg: '$f' },
          max: { $max: '$t' },
          first: { $first: '$_id' },
          last: { $last: '$_id' },
        },
      },
    ],
    [{ _id: null, avg: 15, max: at('2026-02-01T00:00:00Z'), first: 1, last: 3 }],
  ],
  [
    '$avg of no numbers is null',
    [{ x: 'a' }],
    [{ $group: { _id: null, a: { $avg: '$x' } } }],
    [{ _id: null, a: null }],
  ],
  [
    '$group by several fields',
    ORDERS,
    [
      { $match: { s: 'p' } },
      { $group: { _id: { s: '$s', u: '$u' }, n: { $sum: 1 } } },
      { $sort: { '_id.u': -1 } },
    ],
    [
      { _id: { s: 'p', u: 'u2' }, n: 1 },
      { _id: { s: 'p', u: 'u1' }, n: 1 },
    ],
  ],
  [
    '$group puts missing and null together',
    [{ a: 1 }, { a: null }, {}],
    [{ $group: { _id: '$a', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: null, n: 2 },
      { _id: 1, n: 1 },
    ],
  ],
  [
    '$group by dates',
    [{ t: at('2026-01-01') }, { t: at('2026-01-01') }],
    [{ $group: { _id: '$t', n: { $sum: 1 } } }],
    [{ _id: at('2026-01-01'), n: 2 }],
  ],
  ['$group of nothing is nothing', [], [{ $group: { _id: null, n: { $sum: 1 } } }], []],
  [
    '$push and $addToSet collect',
    [{ a: 1 }, { a: 1 }],
    [{ $group: { _id: null, all: { $push: '$a' }, set: { $addToSet: '$a' } } }],
    [{ _id: null, all: [1, 1], set: [1] }],
  ],
  [
    'a conditional sum',
    ORDERS,
    [{ $group: { _id: null, n: { $sum: { $cond: [{ $eq: ['$s', 'p'] }, 1, 0] } } } }],
    [{ _id: null, n: 2 }],
  ],
  ['$count', ORDERS, [{ $count: 'n' }], [{ n: 3 }]],
  ['$count of nothing is nothing', [], [{ $count: 'n' }], []],
  [
    '$bucket',
    [{ p: 5 }, { p: 15 }],
    [{ $bucket: { groupBy: '$p', boundaries: [0, 10, 20], output: { n: { $sum: 1 } } } }],
    [
      { _id: 0, n: 1 },
      { _id: 10, n: 1 },
    ],
  ],
  [
    '$bucket puts a boundary into the range it starts',
    [{ p: 5 }, { p: 10 }, { p: 19 }],
    [{ $bucket: { groupBy: '$p', boundaries: [0, 5, 10, 20] } }],
    [
      { _id: 5, count: 1 },
      { _id: 10, count: 2 },
    ],
  ],
  [
    '$bucket collects the rest under its default',
    [{ p: 5 }, { p: 99 }, {}],
    [{ $bucket: { groupBy: '$p', boundaries: [0, 10], default: 'rest' } }],
    [
      { _id: 0, count: 1 },
      { _id: 'rest', count: 2 },
    ],
  ],
  [
    '$bucket without a default refuses the rest',
    [{ p: 99 }],
    [{ $bucket: { groupBy: '$p', boundaries: [0, 10] } }],
    /no default was specified/,
  ],
  [
    '$bucketAuto',
    [{ p: 1 }, { p: 2 }, { p: 3 }, { p: 4 }],
    [{ $bucketAuto: { groupBy: '$p', buckets: 2 } }],
    [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 4 }, count: 2 },
    ],
  ],
  [
    '$sortByCount',
    [{ a: 1 }, { a: 2 }, { a: 2 }],
    [{ $sortByCount: '$a' }],
    [
      { _id: 2, count: 2 },
      { _id: 1, count: 1 },
    ],
  ],
];

const SHAPES: Case[] = [
  [
    '$sort, $skip and $limit',
    [{ _id: 1 }, { _id: 2 }, { _id: 3 }],
    [{ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 1 }],
    [{ _id: 2 }],
  ],
  [
    '$unwind makes one document an element',
    ORDERS,
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
    ],
  ],
  [
    '$unwind keeps empty ones on request',
    ORDERS.slice(1),
    [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $project: { tags: 1 } }],
    [{ _id: 2 }, { _id: 3 }],
  ],
  [
    '$unwind tells the index',
    [{ _id: 1, a: ['x', 'y'] }],
    [{ $unwind: { path: '$a', includeArrayIndex: 'i' } }],
    [
      { _id: 1, a: 'x', i: 0 },
      { _id: 1, a: 'y', i: 1 },
    ],
  ],
  ['$unwind lets a scalar pass', [{ _id: 1, a: 5 }], [{ $unwind: '$a' }], [{ _id: 1, a: 5 }]],
  [
    '$project computes',
    [FIRST],
    [
      {
        $project: {
          x: { $multiply: ['$f', 2] },
          y: { $concat: ['$s', '-', '$u'] },
          z: { $ifNull: ['$none', 'd'] },
        },
      },
    ],
    [{ _id: 1, x: 20, y: 'p-u1', z: 'd' }],
  ],
  ['$project excludes', [{ _id: 1, a: 1, b: 2 }], [{ $project: { a: 0 } }], [{ _id: 1, b: 2 }]],
  ['$project without _id', [{ _id: 1, a: 1, b: 2 }], [{ $project: { _id: 0, a: 1 } }], [{ a: 1 }]],
  [
    '$project of a missing field leaves it out',
    [{ _id: 1 }],
    [{ $project: { x: '$nope' } }],
    [{ _id: 1 }],
  ],
  [
    '$project into a nested object',
    [{ _id: 1, a: 2 }],
    [{ $project: { o: { x: '$a' } } }],
    [{ _id: 1, o: { x: 2 } }],
  ],
  ['$project may compute _id', [{ _id: 1, a: 2 }], [{ $project: { _id: '$a' } }], [{ _id: 2 }]],
  [
    '$addFields reaches into an object',
    [{ _id: 1, a: { b: 1 } }],
    [{ $addFields: { 'a.c': 2 } }],
    [{ _id: 1, a: { b: 1, c: 2 } }],
  ],
  ['$replaceRoot', [{ _id: 1, a: { b: 1 } }], [{ $replaceRoot: { newRoot: '$a' } }], [{ b: 1 }]],
  [
    '$mergeObjects',
    [{ _id: 1, a: { b: 1 }, c: { d: 2 } }],
    [{ $replaceRoot: { newRoot: { $mergeObjects: ['$c', '$a'] } } }],
    [{ d: 2, b: 1 }],
  ],
  [
    '$sample of more than there is gives all',
    [{ _id: 1 }],
    [{ $sample: { size: 5 } }],
    [{ _id: 1 }],
  ],
  ['an unknown stage is refused', [], [{ $foo: {} }], /Unrecognized pipeline stage name: '\$foo'/],
  ['$geoNear is named as not emulated', [], [{ $geoNear: {} }], /not emulated: \$geoNear/],
  ['$facet is named as not emulated', [], [{ $facet: {} }], /not emulated: \$facet/],
];

const LOOKUPS: Case[] = [
  [
    'joins equal fields',
    ORDERS,
    [
      { $match: { s: 'p' } },
      { $lookup: { from: 'users', localField: 'u', foreignField: '_id', as: 'user' } },
      { $project: { 'user.name': 1 } },
    ],
    [
      { _id: 1, user: [{ name: 'N' }] },
      { _id: 2, user: [{ name: 'M' }] },
    ],
  ],
  [
    'joins nothing where nothing fits',
    ORDERS.slice(2),
    [
      { $lookup: { from: 'users', localField: 'u', foreignField: '_id', as: 'user' } },
      { $project: { user: 1 } },
    ],
    [{ _id: 3, user: [] }],
  ],
  [
    'joins every element of a local array',
    [{ _id: 1, us: ['u2', 'u1'] }],
    [
      { $lookup: { from: 'users', localField: 'us', foreignField: '_id', as: 'j' } },
      { $project: { 'j._id': 1 } },
    ],
    [{ _id: 1, j: [{ _id: 'u1' }, { _id: 'u2' }] }],
  ],
  [
    'joins elements of a foreign array',
    [{ _id: 1, g: 'g2' }],
    [
      { $lookup: { from: 'users', localField: 'g', foreignField: 'groups', as: 'j' } },
      { $project: { 'j._id': 1 } },
    ],
    [{ _id: 1, j: [{ _id: 'u1' }] }],
  ],
  [
    'joins a missing field with missing fields',
    [{ _id: 1 }],
    [
      { $lookup: { from: 'users', localField: 'x', foreignField: 'groups', as: 'j' } },
      { $project: { 'j._id': 1 } },
    ],
    [{ _id: 1, j: [{ _id: 'u2' }] }],
  ],
  [
    'runs a pipeline with variables',
    [FIRST],
    [
      {
        $lookup: {
          from: 'users',
          let: { x: '$u' },
          pipeline: [
            { $match: { $expr: { $eq: ['$_id', '$$x'] } } },
            { $project: { name: 1, _id: 0 } },
          ],
          as: 'user',
        },
      },
      { $project: { user: 1 } },
    ],
    [{ _id: 1, user: [{ name: 'N' }] }],
  ],
  [
    'runs a pipeline without variables',
    [FIRST],
    [
      {
        $lookup: {
          from: 'users',
          pipeline: [{ $match: { _id: 'u2' } }, { $project: { name: 1 } }],
          as: 'user',
        },
      },
      { $project: { user: 1 } },
    ],
    [{ _id: 1, user: [{ _id: 'u2', name: 'M' }] }],
  ],
  [
    'compares variables in other ways',
    [{ _id: 1, least: 2 }],
    [
      {
        $lookup: {
          from: 'users',
          let: { least: '$least' },
          pipeline: [{ $match: { $expr: { $gte: ['$c', '$$least'] } } }, { $count: 'n' }],
          as: 'j',
        },
      },
      { $project: { j: 1 } },
    ],
    [{ _id: 1, j: [{ n: 1 }] }],
  ],
  [
    'knows variables anywhere in a match',
    [{ _id: 1, a: 'u2', b: 'u1' }],
    [
      {
        $lookup: {
          from: 'users',
          let: { a: '$a', b: '$b' },
          pipeline: [
            {
              $match: {
                c: { $gt: 0 },
                $or: [{ $expr: { $eq: ['$_id', '$$a'] } }, { name: 'nobody' }],
              },
            },
          ],
          as: 'j',
        },
      },
      { $project: { 'j._id': 1 } },
    ],
    [{ _id: 1, j: [{ _id: 'u2' }] }],
  ],
  [
    'uses variables in computed fields',
    [{ _id: 1, k: 5 }],
    [
      {
        $lookup: {
          from: 'users',
          let: { k: '$k' },
          pipeline: [{ $match: { _id: 'u1' } }, { $project: { s: { $add: ['$c', '$$k'] } } }],
          as: 'j',
        },
      },
      { $project: { j: 1 } },
    ],
    [{ _id: 1, j: [{ _id: 'u1', s: 6 }] }],
  ],
  [
    'refuses a collection that is not there',
    [FIRST],
    [{ $lookup: { from: 'nope', localField: 'u', foreignField: '_id', as: 'j' } }],
    /Db or Table not exist: nope/,
  ],
];

const EXPRESSIONS: Case[] = [
  [
    '$dateToString in a zone',
    ORDERS.slice(0, 2),
    [
      {
        $project: {
          d: { $dateToString: { format: '%Y-%m-%d', date: '$t', timezone: 'Asia/Shanghai' } },
        },
      },
    ],
    [
      { _id: 1, d: '2026-02-01' },
      { _id: 2, d: '2026-02-01' },
    ],
  ],
  [
    '$dateToString with an offset',
    [FIRST],
    [
      {
        $project: {
          d: { $dateToString: { format: '%Y-%m-%d %H:%M:%S', date: '$t', timezone: '+08:00' } },
        },
      },
    ],
    [{ _id: 1, d: '2026-02-01 01:30:00' }],
  ],
  [
    '$dateToString of null is null',
    ORDERS.slice(2),
    [{ $project: { d: { $dateToString: { format: '%Y', date: '$t' } } } }],
    [{ _id: 3, d: null }],
  ],
  [
    '$month in a zone, $hour in UTC',
    [FIRST],
    [
      {
        $project: { m: { $month: { date: '$t', timezone: 'Asia/Shanghai' } }, h: { $hour: '$t' } },
      },
    ],
    [{ _id: 1, m: 2, h: 17 }],
  ],
  [
    '$filter',
    [{ _id: 1, a: [1, 5] }],
    [{ $project: { a: { $filter: { input: '$a', as: 'i', cond: { $gt: ['$$i', 2] } } } } }],
    [{ _id: 1, a: [5] }],
  ],
  [
    '$map',
    [{ _id: 1, a: [1, 5] }],
    [{ $project: { a: { $map: { input: '$a', as: 'i', in: { $add: ['$$i', 1] } } } } }],
    [{ _id: 1, a: [2, 6] }],
  ],
  [
    '$reduce',
    [{ _id: 1, a: [1, 5] }],
    [
      {
        $project: {
          a: { $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
        },
      },
    ],
    [{ _id: 1, a: 6 }],
  ],
  [
    '$size of a missing field is an error',
    [{ _id: 1 }],
    [{ $project: { n: { $size: '$a' } } }],
    /argument to \$size must be an array, but was of type: missing/,
  ],
  [
    '$divide by zero is an error',
    [{ _id: 1 }],
    [{ $project: { n: { $divide: [1, 0] } } }],
    /divide/,
  ],
  [
    '$concat with a missing field is null',
    [{ _id: 1 }],
    [{ $project: { n: { $concat: ['a', '$z'] } } }],
    [{ _id: 1, n: null }],
  ],
  [
    '$arrayElemAt past the end is missing',
    [{ _id: 1, a: [1] }],
    [{ $project: { n: { $arrayElemAt: ['$a', 5] } } }],
    [{ _id: 1 }],
  ],
  [
    '$add moves a date',
    [{ _id: 1, t: new Date(0) }],
    [{ $project: { n: { $add: ['$t', 1000] } } }],
    [{ _id: 1, n: new Date(1000) }],
  ],
  [
    '$subtract of dates gives milliseconds',
    [{ _id: 1, t: new Date(5000) }],
    [{ $project: { n: { $subtract: ['$t', new Date(0)] } } }],
    [{ _id: 1, n: 5000 }],
  ],
  [
    '$switch',
    [{ _id: 1, a: 5 }],
    [
      {
        $project: {
          r: { $switch: { branches: [{ case: { $gt: ['$a', 3] }, then: 'hi' }], default: 'lo' } },
        },
      },
    ],
    [{ _id: 1, r: 'hi' }],
  ],
  [
    '$objectToArray',
    [{ _id: 1, o: { a: 1 } }],
    [{ $project: { o: { $objectToArray: '$o' } } }],
    [{ _id: 1, o: [{ k: 'a', v: 1 }] }],
  ],
  [
    '$substrCP counts characters',
    [{ _id: 1, s: '中文abc' }],
    [{ $project: { s: { $substrCP: ['$s', 0, 2] } } }],
    [{ _id: 1, s: '中文' }],
  ],
  [
    '$sum over an array field',
    [{ _id: 1, a: [1, 2] }],
    [{ $project: { s: { $sum: '$a' } } }],
    [{ _id: 1, s: 3 }],
  ],
  [
    '$eq tells missing from null',
    [{ _id: 1 }, { _id: 2, a: null }],
    [{ $project: { e: { $eq: ['$a', null] } } }],
    [
      { _id: 1, e: false },
      { _id: 2, e: true },
    ],
  ],
  [
    '$gt orders types',
    [{ _id: 1, a: 'x' }],
    [{ $project: { e: { $gt: ['$a', 5] } } }],
    [{ _id: 1, e: true }],
  ],
  [
    '$in',
    [{ _id: 1, a: [1, 2] }],
    [{ $project: { e: { $in: [1, '$a'] } } }],
    [{ _id: 1, e: true }],
  ],
  ['an unknown expression is refused', [{ _id: 1 }], [{ $project: { e: { $foo: 1 } } }], /\$foo/],
];

const TABLES: [string, Case[]][] = [
  ['groups and counts', GROUPS],
  ['shapes', SHAPES],
  ['$lookup', LOOKUPS],
  ['expressions', EXPRESSIONS],
];

describe.each(TABLES)('%s', (_name, cases) => {
  test.each(cases)('%s', async (_outcome, documents, stages, expected) => {
    if (expected instanceof RegExp) await expect(run(documents, stages)).rejects.toThrow(expected);
    else expect(await run(documents, stages)).toEqual(expected);
  });
});
