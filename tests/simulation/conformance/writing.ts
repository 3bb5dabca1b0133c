import { below, notContaining, oneOf, type Changes } from '../../../server/database';
import { told, type Bench, type Case } from './bench';

type Doc = { readonly _id: string } & Readonly<Record<string, unknown>>;

const FULL = {
  _id: 'a',
  n: 1,
  text: 'x',
  nil: null,
  list: ['p', 'q', 'p'],
  objects: [{ k: 1 }, { k: 2 }],
  o: { x: 1, deep: { y: 2 } },
};

/** What a change makes of a document, and whether it says that it changed it. */
const changing =
  (changes: Changes): Case =>
  async ({ db }) => {
    const things = db.collection('things');
    await things.put(FULL);
    const said = await told(things.updateIf({ _id: 'a' }, changes));
    return [said, await things.get('a')];
  };

const adding =
  (name: string, documents: readonly Doc[]): Case =>
  async ({ db, sdk }) => {
    const said: unknown[] = [];
    for (const document of documents) {
      said.push(await db.collection(name).insertOnce(document));
      said.push(
        await told(sdk.collection(name).add({ data: { ...document, _id: `${document._id}+` } })),
      );
    }
    return [said, await db.collection(name).count({})];
  };

const takingSeats = async ({ db }: Bench) => {
  const pools = db.collection('things');
  await pools.put({ _id: 'pool', taken: 0, holders: [] } as never);
  const take = (token: string) =>
    pools.updateIf(
      { _id: 'pool', holders: notContaining([token]), taken: below(3) },
      { increase: { taken: 1 }, append: { holders: [token] } },
    );
  const said = await Promise.all(['a', 'a', 'b', 'b', 'c', 'd', 'e'].map(take));
  const pool = (await pools.get('pool')) as unknown as { taken: number; holders: string[] };
  return [said.filter(Boolean).length, pool.taken, new Set(pool.holders).size];
};

/** What the server relies on when it writes outside of transactions. */
export const writing: Readonly<Record<string, Case>> = {
  'setting a field replaces an object whole': changing({ set: { o: { z: 1 }, n: 2 } }),
  'setting below a path makes what is missing': changing({ set: { 'o.deep.z': 1, 'm.n.o': [] } }),
  'setting below null is refused': changing({ set: { 'nil.x': 1 } }),
  'setting below a text is refused': changing({ set: { 'text.x': 1 } }),
  'setting below the name of a list is refused': changing({ set: { 'list.x': 1 } }),
  'setting a place in a list, also past its end': changing({
    set: { 'list.1': 'r', 'objects.3': 1 },
  }),
  'setting the same value changes nothing': changing({
    set: { n: 1, o: { x: 1, deep: { y: 2 } } },
  }),
  'undefined inside a value is dropped': changing({ set: { o: { x: undefined, y: 1 } } }),
  'increasing what is there and what is missing': changing({
    increase: { n: 5, fresh: -2, 'o.x': 1 },
  }),
  'increasing text is refused': changing({ increase: { text: 1 } }),
  'increasing null is refused': changing({ increase: { nil: 1 } }),
  'increasing by nothing changes nothing': changing({ increase: { n: 0 } }),
  'appending to a list and to what is missing': changing({
    append: { list: ['p', { k: 1 }], fresh: [1, 2], 'o.list': [[]] },
  }),
  'appending to a number is refused': changing({ append: { n: [1] } }),
  'appending nothing': changing({ append: { list: [] } }),
  'taking out every equal value': changing({ takeOut: { list: 'p' } }),
  'taking out what is not there changes nothing': changing({ takeOut: { list: 'z', fresh: 'z' } }),
  'taking out of a number is refused': changing({ takeOut: { n: 1 } }),
  'removing fields, deep ones and missing ones': changing({
    unset: ['text', 'o.deep.y', 'fresh', 'n.x'],
  }),
  'removing an element of a list leaves null': changing({ unset: ['list.0'] }),
  'two changes of one place are refused': changing({ set: { o: {} }, increase: { 'o.x': 1 } }),
  'all kinds of changes at once': changing({
    set: { text: 'y' },
    increase: { n: 1 },
    append: { list: ['z'] },
    takeOut: { objects: 3 },
    unset: ['nil'],
  }),
  'changing what is not as expected does nothing': async ({ db }) => {
    const things = db.collection('things');
    await things.put(FULL);
    return [
      await things.updateIf({ _id: 'a', n: 2 }, { increase: { n: 1 } }),
      await things.updateIf({ _id: 'nobody' }, { increase: { n: 1 } }),
      await things.count({}),
    ];
  },
  'changing all that match counts those that changed': async ({ db }) => {
    const things = db.collection<{ _id: string; n: number }>('things');
    for (const [_id, n] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const)
      await things.put({ _id, n });
    const changed = await things.updateAll({ n: oneOf([1, 2]) }, { set: { n: 2 } });
    return [changed, await things.find({}, { orderBy: [['_id', 'asc']] })];
  },
  'compare-and-set lets one of many through (R6)': async ({ db }) => {
    const things = db.collection<{ _id: string; n: number }>('things');
    await things.put({ _id: 'a', n: 0 });
    const race = () => things.updateIf({ _id: 'a', n: 0 }, { set: { n: 1 } });
    const said = await Promise.all(Array.from({ length: 10 }, race));
    return said.filter(Boolean).length;
  },
  'a crowd takes no more seats than there are (R6)': takingSeats,
  'put replaces the whole document': async ({ db }) => {
    const things = db.collection<{ _id: string } & object>('things');
    await things.put(FULL);
    await things.put({ _id: 'a', other: { gone: undefined } } as never);
    return things.get('a');
  },
  'putting nothing, changing nothing: the SDK itself refuses': async ({ db }) => {
    const things = db.collection('things');
    return [await told(things.put({ _id: 'a' })), await told(things.updateIf({ _id: 'a' }, {}))];
  },
  'what is removed is gone, and may come again': async ({ db }) => {
    const things = db.collection<{ _id: string } & object>('things');
    await things.put(FULL);
    await things.remove('a');
    await things.remove('a');
    return [await things.count({}), await things.insertOnce({ _id: 'a' }), await things.get('a')];
  },
  'adding a taken id is a duplicate and changes nothing (D6)': async ({ db, sdk }) => {
    await db.collection('things').insertOnce({ _id: 'a' });
    return [
      await db.collection('things').insertOnce({ _id: 'a', n: 1 } as never),
      await told(sdk.collection('things').add({ data: { _id: 'a', n: 1 } })),
      await db.collection('things').get('a'),
    ];
  },
  'a unique key is held by one document': adding('keyed', [
    { _id: 'a', key: 1 },
    { _id: 'b', key: 2 },
    { _id: 'c', key: 1 },
    { _id: 'd', key: '1' },
  ]),
  'a unique key that is missing counts as null': adding('keyed', [
    { _id: 'a' },
    { _id: 'b', key: null },
  ]),
  'a sparse unique key may be missing from many': adding('sparse', [
    { _id: 'a' },
    { _id: 'b', key: null },
    { _id: 'c', key: 1 },
  ]),
  'every element of a unique list is held': adding('tagged', [
    { _id: 'a', tags: ['x', 'y', 'x'] },
    { _id: 'b', tags: ['z'] },
    { _id: 'c', tags: ['w', 'y'] },
    { _id: 'd', tags: [] },
  ]),
  'a unique key of two fields': adding('pairs', [
    { _id: 'a', a: 1, b: 1 },
    { _id: 'b', a: 1, b: 2 },
    { _id: 'c', a: 1 },
  ]),
  'a change may not take a unique key that is held': async ({ db, sdk }) => {
    const keyed = db.collection<{ _id: string; key: number }>('keyed');
    await keyed.put({ _id: 'a', key: 1 });
    await keyed.put({ _id: 'b', key: 2 });
    const taken = await told(keyed.updateIf({ _id: 'b' }, { set: { key: 1 } }));
    const put = await told(
      sdk
        .collection('keyed')
        .doc('c')
        .set({ data: { key: 2 } }),
    );
    const moved = await keyed.updateIf({ _id: 'a' }, { set: { key: 3 } });
    const free = await keyed.updateIf({ _id: 'b' }, { set: { key: 1 } });
    return [taken, put, moved, free, await keyed.insertOnce({ _id: 'd', key: 2 })];
  },
  'a removed document gives its unique key back': async ({ db }) => {
    const keyed = db.collection<{ _id: string; key: number }>('keyed');
    await keyed.put({ _id: 'a', key: 1 });
    await keyed.remove('a');
    return keyed.insertOnce({ _id: 'b', key: 1 });
  },
  'a collection that nobody made is an error': async ({ db }) => [
    await told(db.collection('nobody').get('a')),
    await told(db.collection('nobody').find({})),
    await told(db.collection('nobody').insertOnce({ _id: 'a' })),
    await told(db.collection('nobody').updateIf({ _id: 'a' }, { set: { n: 1 } })),
  ],
};
