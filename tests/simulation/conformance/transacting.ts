import { DuplicateKey } from '../../../server/database';
import { told, type Bench, type Case } from './bench';

type Counter = { readonly _id: string; readonly n: number };

const fill = async ({ db }: Bench) => {
  await db.collection<Counter>('things').put({ _id: 'a', n: 1 });
  await db.collection<Counter>('things').put({ _id: 'b', n: 1 });
};

type SdkTransaction = Awaited<ReturnType<Bench['sdk']['startTransaction']>>;

const docIn = (transaction: SdkTransaction, id: string, name = 'things') =>
  transaction.collection(name).doc(id);

const numberTo = (transaction: SdkTransaction, id: string, n: number) =>
  told(docIn(transaction, id).update({ data: { n } }));

const add = (transaction: SdkTransaction, data: object, name = 'things') =>
  told(transaction.collection(name).add({ data }));

const read = async (transaction: SdkTransaction, id: string) => told(docIn(transaction, id).get());

const all = ({ db }: Bench, name = 'things') =>
  db.collection(name).find({}, { orderBy: [['_id', 'asc']] });

/** A case with two documents and one or two open transactions. */
const withTwo =
  (work: (bench: Bench, first: SdkTransaction, second: SdkTransaction) => Promise<unknown>): Case =>
  async (bench) => {
    await fill(bench);
    const [first, second] = [
      await bench.sdk.startTransaction(),
      await bench.sdk.startTransaction(),
    ];
    const seen = await work(bench, first, second);
    const ends = [await told(first.rollback(undefined)), await told(second.rollback(undefined))];
    return { seen, ends, left: await all(bench) };
  };

/** What the server relies on when it works in transactions. */
export const transacting: Readonly<Record<string, Case>> = {
  'own writes are seen inside, and outside only after the commit (D1)': withTwo(
    async (bench, first) => [
      await numberTo(first, 'a', 2),
      await add(first, { _id: 'new', n: 9 }),
      await read(first, 'a'),
      await read(first, 'new'),
      await all(bench),
      await told(first.commit()),
      await all(bench),
    ],
  ),
  'a rollback leaves nothing behind': withTwo(async (bench, first) => [
    await numberTo(first, 'a', 2),
    await told(first.rollback(undefined)),
    await all(bench),
  ]),
  'reads stay at the snapshot while others write': withTwo(async ({ db }, first) => {
    const things = db.collection<Counter>('things');
    await things.updateIf({ _id: 'b' }, { set: { n: 50 } });
    await things.remove('a');
    await things.insertOnce({ _id: 'c', n: 1 });
    return [await read(first, 'a'), await read(first, 'b'), await read(first, 'c')];
  }),
  'a snapshot is taken when the transaction begins': withTwo(async ({ db }, first) => {
    await read(first, 'a');
    await db.collection('things').updateIf({ _id: 'b' }, { set: { n: 2 } });
    return read(first, 'b');
  }),
  'a document that another transaction wrote is refused at once, and ends the transaction (D1)':
    withTwo(async (_bench, first, second) => [
      await numberTo(first, 'a', 2),
      await numberTo(second, 'a', 3),
      await numberTo(second, 'b', 3),
      await read(second, 'b'),
      await told(second.commit()),
      await told(first.commit()),
    ]),
  'a document that changed after the snapshot cannot be written': withTwo(async ({ db }, first) => {
    await db.collection('things').updateIf({ _id: 'a' }, { set: { n: 5 } });
    return numberTo(first, 'a', 6);
  }),
  'a document that was removed after the snapshot cannot be written': withTwo(
    async ({ db }, first) => {
      await db.collection('things').remove('a');
      return numberTo(first, 'a', 6);
    },
  ),
  'changing nothing takes no lock': withTwo(async (_bench, first, second) => [
    await numberTo(first, 'a', 1),
    await numberTo(second, 'a', 2),
    await told(second.commit()),
  ]),
  'reading takes no lock: write skew is possible (R5)': withTwo(async (bench, first, second) => [
    await read(first, 'b'),
    await read(second, 'a'),
    await numberTo(first, 'a', 0),
    await numberTo(second, 'b', 0),
    await told(first.commit()),
    await told(second.commit()),
    await all(bench),
  ]),
  'two transactions adding one id conflict': withTwo(async (_bench, first, second) => [
    await add(first, { _id: 'same' }),
    await add(second, { _id: 'same' }),
    await told(first.commit()),
  ]),
  'adding an id that is there is a duplicate, and ends the transaction': withTwo(
    async (_bench, first) => [
      await add(first, { _id: 'a' }),
      await numberTo(first, 'b', 3),
      await told(first.commit()),
    ],
  ),
  'adding an id that came after the snapshot is a conflict': withTwo(async ({ db }, first) => {
    await db.collection('things').insertOnce({ _id: 'c' });
    return add(first, { _id: 'c' });
  }),
  'adding one’s own id twice is a duplicate': withTwo(async (_bench, first) => [
    await add(first, { _id: 'c' }),
    await add(first, { _id: 'c' }),
  ]),
  'a unique key taken before the snapshot is a duplicate': async (bench) => {
    await bench.db.collection('keyed').insertOnce({ _id: 'a', key: 1 } as never);
    const transaction = await bench.sdk.startTransaction();
    return [await add(transaction, { _id: 'b', key: 1 }, 'keyed'), await all(bench, 'keyed')];
  },
  'a unique key taken after the snapshot is a conflict': async (bench) => {
    const transaction = await bench.sdk.startTransaction();
    await bench.db.collection('keyed').insertOnce({ _id: 'a', key: 1 } as never);
    return add(transaction, { _id: 'b', key: 1 }, 'keyed');
  },
  'one unique key twice in one transaction is a duplicate': async ({ sdk }) => {
    const transaction = await sdk.startTransaction();
    return [
      await add(transaction, { _id: 'a', key: 1 }, 'keyed'),
      await add(transaction, { _id: 'b', key: 1 }, 'keyed'),
    ];
  },
  'a unique key may move inside one transaction': async (bench) => {
    await bench.db.collection('keyed').insertOnce({ _id: 'a', key: 1 } as never);
    const transaction = await bench.sdk.startTransaction();
    return [
      await told(docIn(transaction, 'a', 'keyed').update({ data: { key: 2 } })),
      await add(transaction, { _id: 'b', key: 1 }, 'keyed'),
      await told(transaction.commit()),
      await all(bench, 'keyed'),
    ];
  },
  'two transactions after one unique key conflict': async ({ sdk }) => {
    const [first, second] = [await sdk.startTransaction(), await sdk.startTransaction()];
    return [
      await add(first, { _id: 'a', key: 1 }, 'keyed'),
      await add(second, { _id: 'b', key: 1 }, 'keyed'),
      await told(first.commit()),
    ];
  },
  'a plain write waits for a unique key, and then finds it taken': async (bench) => {
    const transaction = await bench.sdk.startTransaction();
    await add(transaction, { _id: 'a', key: 1 }, 'keyed');
    const plain = bench.db.collection('keyed').insertOnce({ _id: 'b', key: 1 } as never);
    await bench.pause(bench.lockWaitMs / 4);
    const said = await told(transaction.commit());
    return [said, await plain, await all(bench, 'keyed')];
  },
  'set replaces or makes, and sees what it made': withTwo(async (bench, first) => [
    await told(
      docIn(first, 'a')
        .set({ data: { whole: true } })
        .then(() => 'set'),
    ),
    await told(
      docIn(first, 'fresh')
        .set({ data: { whole: true } })
        .then(() => 'set'),
    ),
    await read(first, 'fresh'),
    await told(first.commit()),
    await all(bench),
  ]),
  'changing a document that is not there changes nothing': withTwo(async (_bench, first) => [
    await numberTo(first, 'nobody', 1),
    await numberTo(first, 'a', 3),
    await told(first.commit()),
  ]),
  'a change that is refused ends the transaction': withTwo(async ({ sdk }, first) => [
    await told(docIn(first, 'a').update({ data: { n: sdk.command.push([1]) } })),
    await numberTo(first, 'b', 3),
  ]),
  'a plain write waits for the lock and then applies to what was committed (D1)': withTwo(
    async ({ db, pause, lockWaitMs }, first) => {
      await numberTo(first, 'a', 10);
      const plain = db.collection('things').updateIf({ _id: 'a' }, { increase: { n: 1 } });
      await pause(lockWaitMs / 4);
      return [await told(first.commit()), await plain];
    },
  ),
  'a plain write that waited tests its condition again': withTwo(
    async ({ db, pause, lockWaitMs }, first) => {
      await numberTo(first, 'a', 10);
      const plain = db.collection('things').updateIf({ _id: 'a', n: 1 }, { set: { n: 99 } });
      await pause(lockWaitMs / 4);
      return [await told(first.commit()), await plain];
    },
  ),
  'a plain write that waited for a rollback goes on': withTwo(
    async ({ db, pause, lockWaitMs }, first) => {
      await numberTo(first, 'a', 10);
      const plain = db.collection('things').updateIf({ _id: 'a' }, { increase: { n: 1 } });
      await pause(lockWaitMs / 4);
      return [await told(first.rollback(undefined)), await plain];
    },
  ),
  'a plain write that waits too long is told that the document is busy': withTwo(
    async ({ sdk }, first) => {
      await numberTo(first, 'a', 10);
      return told(
        sdk
          .collection('things')
          .where({ _id: 'a' })
          .update({ data: { n: 3 } }),
      );
    },
  ),
  'a transaction that lives too long is gone with its locks (D3)': withTwo(
    async ({ db, pause, lifeMs }, first) => {
      await numberTo(first, 'a', 2);
      await pause(lifeMs + 200);
      const plain = await db.collection('things').updateIf({ _id: 'a' }, { set: { n: 4 } });
      return [plain, await numberTo(first, 'a', 3), await told(first.commit())];
    },
  ),
  'a finished transaction is gone': withTwo(async (_bench, first) => [
    await numberTo(first, 'a', 2),
    await told(first.commit()),
    await numberTo(first, 'a', 3),
    await told(first.commit()),
  ]),
  'transactions of the shop that all change one document all count': async (bench) => {
    await fill(bench);
    const increase = () =>
      bench.db.transaction(async (tx) => {
        const { n } = (await tx.get<Counter>('things', 'a')) as Counter;
        return tx.update('things', 'a', { set: { n: n + 1 } });
      });
    const said = await Promise.all(Array.from({ length: 5 }, increase));
    return [said, await all(bench)];
  },
  'a transaction of the shop does all of it or nothing': async (bench) => {
    await fill(bench);
    const failing = bench.db.transaction(async (tx) => {
      await tx.update('things', 'a', { increase: { n: 1 } });
      await tx.put('others', { _id: 'x', n: 1 } as never);
      throw new Error('changed my mind');
    });
    return [await told(failing), await all(bench), await all(bench, 'others')];
  },
  'a transaction of the shop tells a duplicate by its kind': async (bench) => {
    await fill(bench);
    const adding = bench.db.transaction((tx) => tx.insert('things', { _id: 'a' }));
    return adding.catch((error: unknown) => error instanceof DuplicateKey);
  },
  'a transaction of the shop appends, takes out, increases and removes': async (bench) => {
    await bench.db
      .collection('things')
      .put({ _id: 'a', n: 1, list: ['x', 'y'], o: { p: 1 } } as never);
    const said = await bench.db.transaction(async (tx) => [
      await tx.update('things', 'a', { append: { list: ['z'] }, increase: { n: 2 } }),
      await tx.update('things', 'a', { takeOut: { list: 'x' }, unset: ['o.p'] }),
      await tx.update('things', 'nobody', { increase: { n: 1 } }),
      await tx.get('things', 'a'),
    ]);
    return [said, await all(bench)];
  },
};
