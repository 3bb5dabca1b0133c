import { documentsIn } from './answers';
import type { Fixture } from './fixture';

/** Checks of pipelines as the SDKs build them. */
export function describeAggregating(use: () => Fixture): void {
  describe('aggregating', () => {
    beforeEach(async () => {
      await use().add([
        { _id: 'a', g: 'x', n: 1, tags: ['p', 'q'], ref: 'r1' },
        { _id: 'b', g: 'x', n: 5, tags: [], ref: 'r2' },
        { _id: 'c', g: 'y', n: 9, tags: ['p'] },
      ]);
      const { database, other, environment } = use();
      const wrap = environment.wrap as (data: unknown) => object;
      await database.collection(other).add(
        wrap([
          { _id: 'r1', name: 'one' },
          { _id: 'r2', name: 'two' },
        ]),
      );
    });

    const start = () => use().things.aggregate();

    test('match, group and sort', async () => {
      const result = await start()
        .match({ n: { $gt: 0 } })
        .group({ _id: '$g', n: { $sum: 1 }, total: { $sum: '$n' } })
        .sort({ total: -1 })
        .end();
      expect(documentsIn(result)).toEqual([
        { _id: 'y', n: 1, total: 9 },
        { _id: 'x', n: 2, total: 6 },
      ]);
    });

    test('unwind and sortByCount', async () => {
      const result = await start().unwind('$tags').sortByCount('$tags').end();
      expect(documentsIn(result)).toEqual([
        { _id: 'p', count: 2 },
        { _id: 'q', count: 1 },
      ]);
    });

    test('lookup by fields', async () => {
      const { other } = use();
      const result = await start()
        .match({ g: 'x' })
        .lookup({ from: other, localField: 'ref', foreignField: '_id', as: 'joined' })
        .project({ joined: 1 })
        .sort({ _id: 1 })
        .end();
      expect(documentsIn(result)).toEqual([
        { _id: 'a', joined: [{ _id: 'r1', name: 'one' }] },
        { _id: 'b', joined: [{ _id: 'r2', name: 'two' }] },
      ]);
    });

    test('lookup by a pipeline with variables', async () => {
      const { other } = use();
      const pipeline = [
        { $match: { $expr: { $eq: ['$_id', '$$ref'] } } },
        { $project: { _id: 0, name: 1 } },
      ];
      const result = await start()
        .match({ _id: 'a' })
        .lookup({ from: other, let: { ref: '$ref' }, pipeline, as: 'joined' })
        .project({ joined: 1 })
        .end();
      expect(documentsIn(result)).toEqual([{ _id: 'a', joined: [{ name: 'one' }] }]);
    });

    test('project, addFields and replaceRoot', async () => {
      const result = await start()
        .match({ _id: 'a' })
        .addFields({ double: { $multiply: ['$n', 2] } })
        .project({ _id: 0, o: { d: '$double' } })
        .replaceRoot({ newRoot: '$o' })
        .end();
      expect(documentsIn(result)).toEqual([{ d: 2 }]);
    });

    test('bucket', async () => {
      const result = await start()
        .bucket({ groupBy: '$n', boundaries: [0, 5, 10], output: { n: { $sum: 1 } } })
        .end();
      expect(documentsIn(result)).toEqual([
        { _id: 0, n: 1 },
        { _id: 5, n: 2 },
      ]);
    });

    test('skip, limit and count', async () => {
      const result = await start().sort({ _id: 1 }).skip(1).limit(5).count('left').end();
      expect(documentsIn(result)).toEqual([{ left: 2 }]);
    });

    test('count of nothing gives no document', async () => {
      const result = await start().match({ n: 1000 }).count('n').end();
      expect(documentsIn(result)).toEqual([]);
    });

    test('sample gives as many as asked for', async () => {
      expect(documentsIn(await start().sample({ size: 2 }).end())).toHaveLength(2);
    });

    test('more than 100 documents may come out', async () => {
      await use().add(Array.from({ length: 150 }, (_x, i) => ({ many: i })));
      const result = await start()
        .match({ many: { $exists: true } })
        .end();
      expect(documentsIn(result)).toHaveLength(150);
    });
  });
}
