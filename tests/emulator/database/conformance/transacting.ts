import {
  CONFLICT,
  documentIn,
  documentsIn,
  DUPLICATE,
  failureOf,
  GONE,
  updatedIn,
} from './answers';
import type { CloudTransaction } from './cloudDatabase';
import { type Fixture, pause } from './fixture';

/** Checks of isolation, locks and the end of transactions. */
export function describeTransactions(use: () => Fixture): void {
  const docIn = (transaction: CloudTransaction, id: string) =>
    transaction.collection(use().name).doc(id);
  const wrap = (data: object) => use().environment.wrap(data);
  const readIn = async (transaction: CloudTransaction, id: string) =>
    documentIn(await docIn(transaction, id).get());
  const start = () => use().database.startTransaction();

  /** Adds in turn until nothing conflicts, as production code does. */
  async function increment(id: string, attempt = 1): Promise<void> {
    const transaction = await start();
    try {
      const { n } = (await readIn(transaction, id)) as { n: number };
      await docIn(transaction, id).update(wrap({ n: n + 1 }));
      await transaction.commit();
    } catch (error) {
      await transaction.rollback().catch(() => undefined);
      if (attempt > 200 || !CONFLICT.test(await failureOf(Promise.reject(error)))) throw error;
      await pause(10 + Math.random() * 30);
      await increment(id, attempt + 1);
    }
  }

  describe('transactions', () => {
    beforeEach(() =>
      use().add([
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ]),
    );

    test('own writes are seen inside and hidden outside until the commit (D1)', async () => {
      const fixture = use();
      const transaction = await start();
      await docIn(transaction, 'a').update(wrap({ n: 2 }));
      await transaction.collection(fixture.name).add(wrap({ _id: 'new', n: 9 }));
      expect(await readIn(transaction, 'a')).toMatchObject({ n: 2 });
      expect(await fixture.read('a')).toMatchObject({ n: 1 });
      expect(await fixture.read('new')).toBeUndefined();
      await transaction.commit();
      expect(await fixture.read('a')).toMatchObject({ n: 2 });
      expect(await fixture.read('new')).toMatchObject({ n: 9 });
    });

    test('a rollback leaves nothing behind', async () => {
      const transaction = await start();
      await docIn(transaction, 'a').update(wrap({ n: 2 }));
      await transaction.rollback();
      expect(await use().read('a')).toMatchObject({ n: 1 });
    });

    test('reads stay at the snapshot while others write', async () => {
      const transaction = await start();
      expect(await readIn(transaction, 'a')).toMatchObject({ n: 1 });
      await use().update('b', { n: 50 });
      expect(await readIn(transaction, 'b')).toMatchObject({ n: 1 });
      await transaction.rollback();
    });

    test('reads by condition see the snapshot and own writes', async () => {
      const fixture = use();
      const transaction = await start();
      await docIn(transaction, 'a').update(wrap({ n: 7 }));
      await fixture.update('b', { n: 7 });
      await fixture.add({ _id: 'late', n: 7 });
      const found = await transaction.collection(fixture.name).where({ n: 7 }).get();
      expect(documentsIn(found).map(({ _id: id }) => id)).toEqual(['a']);
      const old = await transaction.collection(fixture.name).where({ n: 1 }).get();
      expect(documentsIn(old).map(({ _id: id }) => id)).toEqual(['b']);
      await transaction.rollback();
    });

    test('a document locked by one transaction makes another fail at once (D1)', async () => {
      const [first, second] = [await start(), await start()];
      await docIn(first, 'a').update(wrap({ n: 2 }));
      const began = Date.now();
      expect(await failureOf(docIn(second, 'a').update(wrap({ n: 3 })))).toMatch(CONFLICT);
      expect(Date.now() - began).toBeLessThan(2000);
      await first.commit();
      expect(await use().read('a')).toMatchObject({ n: 2 });
    });

    test('after a conflict the transaction is gone', async () => {
      const [first, second] = [await start(), await start()];
      await docIn(first, 'a').update(wrap({ n: 2 }));
      await failureOf(docIn(second, 'a').update(wrap({ n: 3 })));
      expect(await failureOf(docIn(second, 'b').update(wrap({ n: 3 })))).toMatch(GONE);
      await first.rollback();
    });

    test('a document changed after the snapshot cannot be written', async () => {
      const transaction = await start();
      await readIn(transaction, 'b');
      await use().update('a', { n: 5 });
      expect(await failureOf(docIn(transaction, 'a').update(wrap({ n: 6 })))).toMatch(CONFLICT);
    });

    test('a document removed after the snapshot cannot be written either', async () => {
      const transaction = await start();
      await readIn(transaction, 'a');
      await use().things.doc('a').remove();
      expect(await failureOf(docIn(transaction, 'a').update(wrap({ n: 6 })))).toMatch(CONFLICT);
    });

    test('two transactions adding one _id conflict', async () => {
      const [first, second] = [await start(), await start()];
      await first.collection(use().name).add(wrap({ _id: 'same' }));
      expect(await failureOf(second.collection(use().name).add(wrap({ _id: 'same' })))).toMatch(
        CONFLICT,
      );
      await first.commit();
    });

    test('adding an _id that exists is a duplicate', async () => {
      const transaction = await start();
      expect(await failureOf(transaction.collection(use().name).add(wrap({ _id: 'a' })))).toMatch(
        DUPLICATE,
      );
    });

    test('set inside a transaction replaces or creates', async () => {
      const transaction = await start();
      await docIn(transaction, 'a').set(wrap({ whole: true }));
      await docIn(transaction, 'fresh').set(wrap({ whole: true }));
      await transaction.commit();
      expect(await use().read('a')).toEqual({ _id: 'a', whole: true });
      expect(await use().read('fresh')).toEqual({ _id: 'fresh', whole: true });
    });

    test('remove inside a transaction hides the document inside only', async () => {
      const fixture = use();
      const transaction = await start();
      await docIn(transaction, 'a').remove();
      expect(await readIn(transaction, 'a').catch(() => undefined)).toBeUndefined();
      expect(await fixture.read('a')).toBeDefined();
      await transaction.commit();
      expect(await fixture.read('a')).toBeUndefined();
    });

    test('write skew is possible: reading locks nothing (R5)', async () => {
      const [first, second] = [await start(), await start()];
      await readIn(first, 'b');
      await readIn(second, 'a');
      await docIn(first, 'a').update(wrap({ n: 0 }));
      await docIn(second, 'b').update(wrap({ n: 0 }));
      await first.commit();
      await second.commit();
      expect([await use().read('a'), await use().read('b')]).toMatchObject([{ n: 0 }, { n: 0 }]);
    });

    test('a plain write waits for the lock and then applies to the committed state (D1)', async () => {
      const fixture = use();
      const transaction = await start();
      await docIn(transaction, 'a').update(wrap({ n: 10 }));
      const began = Date.now();
      const plain = fixture.update('a', { n: fixture.command.inc(1) });
      await pause(200);
      await transaction.commit();
      expect(updatedIn(await plain)).toBe(1);
      expect(Date.now() - began).toBeGreaterThanOrEqual(190);
      expect(await fixture.read('a')).toMatchObject({ n: 11 });
    });

    test('a waiting conditional write tests its condition again', async () => {
      const fixture = use();
      const transaction = await start();
      await docIn(transaction, 'a').update(wrap({ n: 10 }));
      const plain = fixture.things.where({ _id: 'a', n: 1 }).update(wrap({ n: 99 }));
      await pause(100);
      await transaction.commit();
      expect(updatedIn(await plain)).toBe(0);
    });

    test('where().update on a transaction runs outside of it, as the SDKs send it', async () => {
      const fixture = use();
      const transaction = await start();
      await transaction
        .collection(fixture.name)
        .where({ _id: 'b' })
        .update(wrap({ n: 77 }));
      expect(await fixture.read('b')).toMatchObject({ n: 77 });
      await transaction.rollback();
      expect(await fixture.read('b')).toMatchObject({ n: 77 });
    });

    test('a failed operation ends its transaction', async () => {
      const fixture = use();
      const transaction = await start();
      await docIn(transaction, 'b').update(wrap({ n: 2 }));
      await failureOf(docIn(transaction, 'a').update(wrap({ n: fixture.command.push(1) })));
      expect(await failureOf(docIn(transaction, 'b').update(wrap({ n: 3 })))).toMatch(GONE);
      expect(updatedIn(await fixture.update('b', { n: 4 }))).toBe(1);
    });

    test('a finished transaction is gone', async () => {
      const transaction = await start();
      await docIn(transaction, 'a').update(wrap({ n: 2 }));
      await transaction.commit();
      expect(await failureOf(docIn(transaction, 'a').update(wrap({ n: 3 })))).toMatch(GONE);
    });

    test('a transaction that lives too long is dropped with its locks (D3)', async () => {
      const fixture = use();
      const transaction = await start();
      await docIn(transaction, 'a').update(wrap({ n: 2 }));
      await pause(fixture.environment.transactionLifeMs + 200);
      expect(await failureOf(docIn(transaction, 'a').update(wrap({ n: 3 })))).toMatch(GONE);
      expect(await fixture.read('a')).toMatchObject({ n: 1 });
      expect(updatedIn(await fixture.update('a', { n: 4 }))).toBe(1);
    });

    test('twenty read-modify-write transactions all count with retries', async () => {
      await Promise.all(Array.from({ length: 20 }, () => increment('a')));
      expect(await use().read('a')).toMatchObject({ n: 21 });
    });

    test('runTransaction commits its work and rolls back on a throw (D5)', async () => {
      const fixture = use();
      await fixture.database.runTransaction((transaction) =>
        docIn(transaction, 'a').update(wrap({ n: 8 })),
      );
      const failing = fixture.database.runTransaction(async (transaction) => {
        await docIn(transaction, 'a').update(wrap({ n: 9 }));
        throw new Error('changed my mind');
      });
      expect(await failureOf(failing)).toMatch('changed my mind');
      expect(await fixture.read('a')).toMatchObject({ n: 8 });
    });
  });
}
