import { createdIn, documentIn, DUPLICATE, failureOf, removedIn, updatedIn } from './answers';
import type { UpdateOperator } from './cloudDatabase';
import type { Fixture } from './fixture';

/** Checks of updates, sets and removals. */
export function describeWriting(use: () => Fixture): void {
  describe('changing documents', () => {
    test('update merges nested objects and replaces arrays', async () => {
      const fixture = use();
      await fixture.add({ _id: 'a', o: { x: 1, y: [1, 2] }, n: 1 });
      expect(updatedIn(await fixture.update('a', { o: { z: 9, y: [3] }, n: null }))).toBe(1);
      expect(await fixture.read('a')).toEqual({ _id: 'a', o: { x: 1, y: [3], z: 9 }, n: null });
    });

    test('commands change fields in place', async () => {
      const fixture = use();
      const { command: _ } = fixture;
      await fixture.add({
        _id: 'a',
        n: 1,
        tags: ['x'],
        gone: 1,
        low: 5,
        high: 5,
        old: 'v',
        o: { k: 1 },
      });
      await fixture.update('a', {
        n: _.inc(2),
        tags: _.push(['y', 'z']),
        gone: _.remove(),
        low: _.min(3),
        high: _.max(9),
        old: _.rename('fresh'),
        o: _.set({ only: true }),
      });
      expect(await fixture.read('a')).toEqual({
        _id: 'a',
        n: 3,
        tags: ['x', 'y', 'z'],
        low: 3,
        high: 9,
        fresh: 'v',
        o: { only: true },
      });
    });

    test('array commands', async () => {
      const fixture = use();
      const { command: _ } = fixture;
      await fixture.add({
        _id: 'a',
        p: [1, 2, 3],
        s: [1, 2, 3],
        u: [2],
        add: ['x'],
        pull: [1, 5, 9],
        all: [1, 2, 1],
        sorted: [3],
      });
      await fixture.update('a', {
        p: _.pop(),
        s: _.shift(),
        u: _.unshift(1),
        add: _.addToSet('x'),
        pull: _.pull(_.gte(5)),
        all: _.pullAll([1]),
        sorted: _.push({ each: [1, 2], sort: 1, slice: 2 }),
      });
      expect(await fixture.read('a')).toEqual({
        _id: 'a',
        p: [1, 2],
        s: [2, 3],
        u: [1, 2],
        add: ['x'],
        pull: [1],
        all: [2],
        sorted: [1, 2],
      });
    });

    test('a positional path changes the matched element', async () => {
      const fixture = use();
      await fixture.add({
        _id: 'a',
        items: [
          { k: 1, v: 0 },
          { k: 2, v: 0 },
        ],
      });
      await fixture.things
        .where({ _id: 'a', 'items.k': 2 })
        .update(fixture.environment.wrap({ 'items.$.v': 9 }));
      expect(await fixture.read('a')).toMatchObject({ items: [{ v: 0 }, { v: 9 }] });
    });

    test('updated counts only documents that really changed', async () => {
      const fixture = use();
      await fixture.add({ _id: 'a', n: 1 });
      expect(updatedIn(await fixture.update('a', { n: 1 }))).toBe(0);
      expect(updatedIn(await fixture.update('nobody', { n: 1 }))).toBe(0);
    });

    test('where().update changes every match', async () => {
      const fixture = use();
      await fixture.add([
        { _id: 'a', g: 1 },
        { _id: 'b', g: 1 },
        { _id: 'c', g: 2 },
      ]);
      const result = await fixture.things
        .where({ g: 1 })
        .update(fixture.environment.wrap({ seen: true }));
      expect(updatedIn(result)).toBe(2);
      expect(await fixture.read('c')).toEqual({ _id: 'c', g: 2 });
    });

    test('compare-and-set lets exactly one of twenty racers through (R6)', async () => {
      const fixture = use();
      await fixture.add({ _id: 'a', status: 'created' });
      const races = Array.from({ length: 20 }, (_x, i) =>
        fixture.things
          .where({ _id: 'a', status: 'created' })
          .update(fixture.environment.wrap({ status: 'paid', by: i })),
      );
      expect((await Promise.all(races)).map(updatedIn).sort().slice(-2)).toEqual([0, 1]);
    });

    test('twenty blind increments all count', async () => {
      const fixture = use();
      await fixture.add({ _id: 'a', n: 0 });
      await Promise.all(
        Array.from({ length: 20 }, () => fixture.update('a', { n: fixture.command.inc(1) })),
      );
      expect(await fixture.read('a')).toMatchObject({ n: 20 });
    });

    test('set creates, then replaces the whole document (D6)', async () => {
      const fixture = use();
      const set = (data: object) => fixture.things.doc('s').set(fixture.environment.wrap(data));
      expect(createdIn(await set({ a: 1 }))).toBe(true);
      const again = await set({ b: 2 });
      expect([createdIn(again), updatedIn(again)]).toEqual([false, 1]);
      expect(await fixture.read('s')).toEqual({ _id: 's', b: 2 });
    });

    test('add with an _id that exists is a duplicate (D6)', async () => {
      const fixture = use();
      await fixture.add({ _id: 'a' });
      const failure = await failureOf(fixture.add({ _id: 'a', other: 1 }));
      expect(failure).toMatch(DUPLICATE);
      expect(await fixture.read('a')).toEqual({ _id: 'a' });
    });

    test('twenty adds of one _id make one document (R1)', async () => {
      const fixture = use();
      const adds = Array.from({ length: 20 }, (_x, i) =>
        fixture.add({ _id: 'once', i }).then(
          () => 1,
          () => 0,
        ),
      );
      const made = await Promise.all<number>(adds);
      expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
    });

    test('remove tells how many are gone', async () => {
      const fixture = use();
      await fixture.add([{ _id: 'a', g: 1 }, { _id: 'b', g: 1 }, { _id: 'c' }]);
      expect(removedIn(await fixture.things.doc('c').remove())).toBe(1);
      expect(removedIn(await fixture.things.doc('c').remove())).toBe(0);
      expect(removedIn(await fixture.things.where({ g: 1 }).remove())).toBe(2);
    });

    test.each([
      ['setting below null', { y: null }, { 'y.x': 1 }, /Cannot create field/],
      ['setting below a number', { y: 5 }, { 'y.x': 1 }, /Cannot create field/],
      ['changing nothing but an empty object', { y: 5 }, { e: {} }, /empty/],
    ])('%s is an error', async (_name, before, data, message) => {
      const fixture = use();
      await fixture.add({ _id: 'a', ...before });
      expect(await failureOf(fixture.update('a', data))).toMatch(message);
    });

    test.each([
      ['incrementing text', { n: 'x' }, 'inc', 1, /non-numeric/],
      ['pushing onto a number', { n: 1 }, 'push', 1, /must be an array/],
      ['incrementing by text', { n: 1 }, 'inc', '1', /non-numeric/],
    ])('%s is an error and changes nothing', async (_name, before, operator, operand, message) => {
      const fixture = use();
      await fixture.add({ _id: 'a', ...before });
      const update = fixture.update('a', {
        n: fixture.command[operator as UpdateOperator]?.(operand),
      });
      expect(await failureOf(update)).toMatch(message);
      expect(await fixture.read('a')).toEqual({ _id: 'a', ...before });
    });

    test('a raw operator in an update passes through untouched (D8)', async () => {
      const fixture = use();
      await fixture.add({ _id: 'a', z: 1 });
      await fixture.update('a', { $inc: { z: 5 } });
      expect(documentIn(await fixture.things.doc('a').get())).toMatchObject({ z: 6 });
    });
  });
}
