import {
  above,
  atMost,
  below,
  containingAll,
  many,
  notContaining,
  one,
  oneOf,
  startingWith,
  type Condition,
  type Where,
} from '../../../server/database';
import type { Bench, Case } from './bench';

type Doc = { readonly _id: string } & Readonly<Record<string, unknown>>;

const fill = async ({ db }: Bench, documents: readonly Doc[], name = 'things') => {
  for (const document of documents) await db.collection(name).insertOnce(document);
};

const NUMBERS: readonly Doc[] = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 2 },
  { _id: 'c', n: 3 },
  { _id: 'none' },
  { _id: 'null', n: null },
  { _id: 'text', n: '2' },
  { _id: 'list', n: [0, 9] },
  { _id: 'empty', n: [] },
];

const NESTED: readonly Doc[] = [
  { _id: 'a', o: { p: { q: 1 } }, items: [{ k: 'x', n: 1 }, { k: 'y' }] },
  { _id: 'b', o: { p: null }, items: [{ k: 'y', n: 5 }] },
  { _id: 'c', o: 5, items: [] },
  { _id: 'd' },
];

const TEXTS: readonly Doc[] = [
  { _id: 'a', s: '从零 Start.now' },
  { _id: 'b', s: 'start\nNOW' },
  { _id: 'c', s: ['none', 'starting now'] },
  { _id: 'd', s: 7 },
];

/** The ids that a condition finds, and how many it counts. */
const finding =
  (documents: readonly Doc[], where: Where): Case =>
  async (bench) => {
    await fill(bench, documents);
    const things = bench.db.collection('things');
    const found = await things.find(where, { orderBy: [['_id', 'asc']] });
    return [found.map(({ _id: id }) => id), await things.count(where)];
  };

const onNumber = (n: Condition | string | number | null) => finding(NUMBERS, { n });

/** What the server relies on when it reads. */
export const reading: Readonly<Record<string, Case>> = {
  'a document by id, and none': async (bench) => {
    await fill(bench, [{ _id: 'a', n: 1, nil: null, list: [1, { x: [] }], gone: undefined }]);
    const things = bench.db.collection('things');
    return [await things.get('a'), (await things.get('nobody')) ?? 'nothing'];
  },
  'what was read changes nothing that is kept': async (bench) => {
    await fill(bench, [{ _id: 'a', list: [1] }]);
    const things = bench.db.collection<Doc & { list: number[] }>('things');
    const read = await things.get('a');
    try {
      read?.list.push(2);
    } catch {
      // The simulated database does not even let anybody try.
    }
    return things.get('a');
  },
  'equal to a number also finds it in a list': onNumber(2),
  'equal to text is not equal to a number': onNumber('2'),
  'equal to null also finds what is missing': onNumber(null),
  'equal to an element of a list': onNumber(9),
  'less than a number leaves out what is missing, null and text': onNumber(below(3)),
  'at most a number': onNumber(atMost(2)),
  'more than a number, in lists too': onNumber(above(2)),
  'less than a text finds texts only': onNumber(below('3')),
  'one of some': onNumber(oneOf([1, '2', 9])),
  'one of some with null finds what is missing': onNumber(oneOf([3, null])),
  'one of nothing': onNumber(oneOf([])),
  'containing none of some, also where there is no list': onNumber(notContaining([1, 9])),
  'ids, one of some': finding(NUMBERS, { _id: oneOf(['c', 'a', 'a', 'nobody']) }),
  'an id with another condition': finding(NUMBERS, { _id: 'a', n: 2 }),
  'a path into objects': finding(NESTED, { 'o.p.q': 1 }),
  'a path that ends early, equal to null': finding(NESTED, { 'o.p.q': null }),
  'a path through a list': finding(NESTED, { 'items.k': 'y' }),
  'a path through a list, equal to null': finding(NESTED, { 'items.n': null }),
  'two paths through a list may meet different elements': finding(NESTED, {
    'items.k': 'x',
    'items.n': 1,
  }),
  'a path with a place in a list': finding(NESTED, { 'items.0.n': 5 }),
  'words in any order': finding(TEXTS, { s: containingAll(['now', 'START']) }),
  'a beginning, every character for itself': finding(TEXTS, { s: startingWith('从零 Start.') }),
  'a beginning minds the case of letters': finding(TEXTS, { s: startingWith('Start') }),
  'the order of every type, up and down': async (bench) => {
    await fill(bench, [
      ...NUMBERS,
      { _id: 'yes', n: true },
      { _id: 'object', n: { a: 1 } },
      { _id: 'minus', n: -1 },
    ]);
    const ordered = async (way: 'asc' | 'desc') => {
      const options = {
        orderBy: [
          ['n', way],
          ['_id', 'asc'],
        ] as const,
        limit: 1000,
      };
      const found = await bench.db.collection('things').find({}, options);
      return found.map(({ _id: id }) => id);
    };
    return [await ordered('asc'), await ordered('desc')];
  },
  'the first of an order, and some fields of them': async (bench) => {
    await fill(bench, [
      { _id: 'a', g: 1, n: 1, o: { x: 1, y: 2 } },
      { _id: 'b', g: 2, n: 1, items: [{ k: 1, z: 2 }, 5] },
      { _id: 'c', g: 1, n: 2 },
      { _id: 'd', g: 2, n: 2, o: null },
    ]);
    return bench.db.collection('things').find(
      {},
      {
        orderBy: [
          ['g', 'desc'],
          ['n', 'asc'],
        ],
        limit: 3,
        fields: ['n', 'o.y', 'items.k'],
      },
    );
  },
  'one hundred without a limit, a thousand at most': async (bench) => {
    const things = bench.db.collection('things');
    for (let i = 0; i < 1005; i += 1)
      await bench.sdk.collection('things').add({ data: { _id: `t${i}` } });
    const [few, most] = [await things.find({}), await things.find({}, { limit: 5000 })];
    return [few.length, most.length, await things.count({})];
  },
  'several reads in one round trip': async (bench) => {
    await fill(bench, NUMBERS);
    await fill(
      bench,
      [
        { _id: 'o1', ref: 'a', at: 3 },
        { _id: 'o2', ref: 'a', at: 5 },
      ],
      'others',
    );
    await fill(bench, [{ _id: 'shop', name: 'shop' }], 'settings');
    return bench.db.together({
      thing: one('things', { _id: 'a' }),
      nobody: one('things', { _id: 'nobody' }),
      some: many(
        'things',
        { n: atMost(2) },
        {
          orderBy: [
            ['n', 'desc'],
            ['_id', 'asc'],
          ],
          limit: 2,
        },
      ),
      newest: many(
        'others',
        { ref: 'a', at: above(1) },
        { orderBy: [['at', 'desc']], fields: ['at'] },
      ),
      found: many('others', { ref: startingWith('a') }, { orderBy: [['_id', 'asc']] }),
      shop: one('settings', { _id: 'shop' }),
    });
  },
};
