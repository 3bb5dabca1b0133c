import { documentIn, documentsIn, failureOf, idIn, idsIn } from './answers';
import type { CloudQuery, Doc } from './cloudDatabase';
import type { Fixture } from './fixture';

async function ids(query: CloudQuery): Promise<unknown[]> {
  return documentsIn(await query.orderBy('_id', 'asc').get()).map(({ _id: id }) => id);
}

/** Checks of adding and of reading by id and by query. */
export function describeReading(use: () => Fixture): void {
  describe('adding and reading', () => {
    test('a document comes back with every type of value', async () => {
      const { things, add, read } = bound(use());
      const document = {
        no: 1,
        big: 1234567890123,
        f: 1.5,
        s: '中文',
        yes: true,
        nil: null,
        at: new Date(1767323045678),
        list: [1, [2, { d: new Date(5) }]],
        o: { p: { q: 'deep' } },
      };
      const id = String(idIn(await add(document)));
      expect(id).toMatch(/^[0-9a-f]{32}$/);
      expect(await read(id)).toEqual({ _id: id, ...document });
      expect(await ids(things.where({ at: new Date(1767323045678) }))).toEqual([id]);
    });

    test('several documents are added in one call', async () => {
      const { environment, things } = use();
      const wrap = environment.wrap as (data: unknown) => object;
      const added = await things.add(wrap([{ _id: 'a' }, { _id: 'b' }]));
      expect(idsIn(added)).toEqual(['a', 'b']);
      expect(await ids(things.where({}))).toEqual(['a', 'b']);
    });

    test('a server date is the cloud’s time, with its offset', async () => {
      const { database, add, read } = bound(use());
      const before = Date.now();
      await add({
        _id: 'd',
        at: database.serverDate(),
        later: database.serverDate({ offset: 60_000 }),
      });
      const { at, later } = (await read('d')) as { at: Date; later: Date };
      expect(Math.abs(at.getTime() - before)).toBeLessThan(30_000);
      expect(later.getTime() - at.getTime()).toBe(60_000);
    });

    test('undefined fields are dropped and numeric ids work', async () => {
      const { things, add } = bound(use());
      await add({ _id: 5, gone: undefined, kept: 1 });
      expect(documentIn(await things.doc(5).get())).toEqual({ _id: 5, kept: 1 });
    });

    test('null also finds documents without the field', async () => {
      const { things, add } = bound(use());
      await add([{ _id: 'a', x: null }, { _id: 'b' }, { _id: 'c', x: 1 }]);
      expect(await ids(things.where({ x: null }))).toEqual(['a', 'b']);
    });

    test('nested conditions are paths', async () => {
      const { things, add } = bound(use());
      await add([
        { _id: 'a', o: { p: { q: 1 }, r: 2 } },
        { _id: 'b', o: { p: { q: 2 } } },
      ]);
      expect(await ids(things.where({ o: { p: { q: 1 } } }))).toEqual(['a']);
    });

    test('commands combine', async () => {
      const { things, add, command: _ } = bound(use());
      await add([1, 2, 3, 4, 5].map((n) => ({ _id: `n${n}`, n, tags: [`t${n % 2}`] })));
      expect(await ids(things.where({ n: _.gt(1).and(_.lt(4)) }))).toEqual(['n2', 'n3']);
      expect(await ids(things.where({ n: _.eq(1).or(_.eq(5)) }))).toEqual(['n1', 'n5']);
      expect(await ids(things.where({ n: _.in([2, 9]) }))).toEqual(['n2']);
      expect(await ids(things.where({ n: _.nin([1, 2, 3]) }))).toEqual(['n4', 'n5']);
      expect(await ids(things.where({ tags: 't1' }))).toEqual(['n1', 'n3', 'n5']);
      expect(await ids(things.where(_.or([{ n: 1 }, { tags: 't0' }]) as object))).toEqual([
        'n1',
        'n2',
        'n4',
      ]);
      expect(await ids(things.where({ missing: _.exists(false), n: _.mod(4, 1) }))).toEqual([
        'n1',
        'n5',
      ]);
      expect(await ids(things.where({ n: _.not(_.gte(3)) }))).toEqual(['n1', 'n2']);
    });

    test('arrays are matched by element, by size and by elemMatch', async () => {
      const { things, add, command: _ } = bound(use());
      await add([
        {
          _id: 'a',
          items: [
            { k: 'x', n: 1 },
            { k: 'y', n: 5 },
          ],
        },
        { _id: 'b', items: [{ k: 'x', n: 5 }] },
      ]);
      expect(await ids(things.where({ 'items.k': 'x', 'items.n': 5 }))).toEqual(['a', 'b']);
      expect(await ids(things.where({ items: _.elemMatch({ k: 'x', n: _.gt(2) }) }))).toEqual([
        'b',
      ]);
      expect(await ids(things.where({ items: _.size(2) }))).toEqual(['a']);
      expect(await ids(things.where({ 'items.0.n': 5 }))).toEqual(['b']);
    });

    test('regular expressions match text, both kinds', async () => {
      const { things, add, database } = bound(use());
      await add([
        { _id: 'a', s: 'Hello' },
        { _id: 'b', s: 'world' },
      ]);
      expect(await ids(things.where({ s: /^hel/i }))).toEqual(['a']);
      expect(
        await ids(things.where({ s: database.RegExp({ regexp: 'WOR', options: 'i' }) })),
      ).toEqual(['b']);
    });

    test('$expr compares two fields', async () => {
      const { things, add } = bound(use());
      await add([
        { _id: 'a', sold: 5, cap: 5 },
        { _id: 'b', sold: 1, cap: 5 },
      ]);
      expect(await ids(things.where({ $expr: { $lt: ['$sold', '$cap'] } }))).toEqual(['b']);
    });

    test('raw operators pass through untouched (D8)', async () => {
      const { things, add } = bound(use());
      await add([{ _id: 'a', token: 'secret' }, { _id: 'b' }]);
      expect(await ids(things.where({ token: { $ne: null } }))).toEqual(['a']);
    });

    test('an empty object as condition asks for everything', async () => {
      const { things, add } = bound(use());
      await add([{ _id: 'a', x: 1 }, { _id: 'b' }]);
      expect(await ids(things.where({ x: {} }))).toEqual(['a', 'b']);
    });

    test('order, skip and limit work together, several orders by weight', async () => {
      const { things, add } = bound(use());
      await add([
        { _id: 'a', g: 1, n: 1 },
        { _id: 'b', g: 2, n: 1 },
        { _id: 'c', g: 1, n: 2 },
        { _id: 'd', g: 2, n: 2 },
      ]);
      const query = things.where({}).orderBy('g', 'desc').orderBy('n', 'asc').skip(1).limit(2);
      expect(documentsIn(await query.get()).map(({ _id: id }) => id)).toEqual(['d', 'a']);
    });

    test('fields can be chosen', async () => {
      const { things, add } = bound(use());
      await add({ _id: 'a', x: 1, o: { y: 2, z: 3 }, list: [1, 2, 3] });
      const pick = async (projection: object) =>
        documentsIn(await things.where({}).field(projection).get())[0] as Doc;
      expect(await pick({ x: true, _id: false })).toEqual({ x: 1 });
      expect(await pick({ 'o.z': true })).toEqual({ _id: 'a', o: { z: 3 } });
      expect(await pick({ o: false, list: false })).toEqual({ _id: 'a', x: 1 });
    });

    test('at most 100 documents come without a limit, at most 1000 with one (D9)', async () => {
      const { things, add } = bound(use());
      for (let start = 0; start < 1010; start += 505) {
        await add(Array.from({ length: 505 }, (_x, i) => ({ _id: `l${start + i}` })));
      }
      expect(documentsIn(await things.where({}).get())).toHaveLength(100);
      expect(documentsIn(await things.where({}).limit(5000).get())).toHaveLength(1000);
      expect(await things.where({}).count()).toMatchObject({ total: 1010 });
    });

    test('count counts matches', async () => {
      const { things, add, command: _ } = bound(use());
      await add([{ n: 1 }, { n: 2 }, { n: 3 }]);
      expect(await things.where({ n: _.gte(2) }).count()).toMatchObject({ total: 2 });
    });

    test('a collection that was never created is an error', async () => {
      const { database } = use();
      const failure = await failureOf(database.collection('nobody_made_this').where({}).get());
      expect(failure).toMatch(/-502005|DATABASE_COLLECTION_NOT_EXIST/);
      expect(failure).toContain('not exist');
    });

    test('a collection that exists cannot be created again', async () => {
      const { database, name } = use();
      expect(await failureOf(throwing(database.createCollection(name)))).toMatch(/exist/i);
    });

    test('an unknown operator is an error', async () => {
      const { things, add } = bound(use());
      await add({ x: 1 });
      expect(await failureOf(things.where({ x: { $nope: 1 } }).get())).toMatch(/nope/);
    });
  });
}

/** One SDK answers errors of createCollection as a result with a code. */
async function throwing(call: Promise<unknown>): Promise<unknown> {
  const result = (await call) as { code?: string; message?: string };
  if (result.code) throw new Error(`${result.code} ${result.message}`);
  return result;
}

/** The fixture with methods that can be taken apart. */
function bound(fixture: Fixture) {
  const { environment, database, command, things } = fixture;
  return {
    environment,
    database,
    command,
    things,
    add: (document: object) => fixture.add(document),
    read: (id: string) => fixture.read(id),
  };
}
