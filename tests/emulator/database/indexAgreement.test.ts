import fc from 'fast-check';
import type { DocumentDatabase, IndexDefinition } from '../../../emulator/database';
import { openInMemory, rowsOf, wire } from './memory';

const INDEXES: IndexDefinition[] = [
  { name: 'a', keys: [{ field: 'a', direction: 1 }] },
  {
    name: 'b_a',
    keys: [
      { field: 'b', direction: -1 },
      { field: 'a', direction: 1 },
    ],
  },
  { name: 'o', keys: [{ field: 'o.x', direction: -1 }], sparse: true },
];

const value = fc.oneof(
  fc.constantFrom(null, true, 'p', 'q', '', NaN, -Infinity),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, 1).map((ms) => new Date(ms)),
);
const field = fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.constant(undefined));
const document = fc.record({
  a: field,
  b: value,
  o: fc.oneof(fc.record({ x: field }), fc.array(fc.record({ x: value }), { maxLength: 2 })),
});
const condition = fc.oneof(
  value,
  fc.record({ $gt: value }),
  fc.record({ $gte: value, $lt: value }),
  fc.record({ $lte: value }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $ne: value }),
  fc.record({ $in: fc.array(value, { maxLength: 2 }), $gt: value }),
);
const query = fc.oneof(
  fc.record({ a: condition }),
  fc.record({ b: condition, a: condition }),
  fc.record({ 'o.x': condition }),
  fc.record({ $or: fc.tuple(fc.record({ a: condition }), fc.record({ b: condition })) }),
  fc.record({ $and: fc.tuple(fc.record({ a: condition }), fc.record({ a: condition })) }),
);
const order = fc.constantFrom(
  {},
  { a: 1 },
  { a: -1 },
  { b: -1, a: 1 },
  { b: 1, a: -1 },
  { 'o.x': 1 },
);

interface Both {
  plain: DocumentDatabase;
  indexed: DocumentDatabase;
}

async function agree(
  { plain, indexed }: Both,
  parameters: { query: object; order: object },
): Promise<void> {
  const ids = async (database: DocumentDatabase) => {
    const sorted = { ...parameters.order, _id: 1 };
    return (await rowsOf(database, 'c', { ...parameters, order: sorted })).map(({ _id: id }) => id);
  };
  const unsorted = async (database: DocumentDatabase) =>
    (await rowsOf(database, 'c', parameters)).map(({ _id: id }) => String(id)).sort();
  expect(await ids(indexed)).toEqual(await ids(plain));
  expect(await unsorted(indexed)).toEqual(await unsorted(plain));
}

async function fill(database: DocumentDatabase, documents: readonly object[]): Promise<void> {
  const data = documents.map((fields, i) => wire({ _id: `d${i}`, ...fields }));
  await database.handle('database.insertDocument', { collectionName: 'c', data });
}

test('with and without indexes a query finds the same documents in the same order', async () => {
  const cases = fc.record({
    documents: fc.array(document, { minLength: 1, maxLength: 12 }),
    queries: fc.array(fc.record({ query, order }), { minLength: 4, maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ documents, queries }) => {
      const open = (indexes: IndexDefinition[]) =>
        openInMemory({ collections: { c: { indexes } } });
      const both = { plain: open([]), indexed: open(INDEXES) };
      await fill(both.plain, documents);
      await fill(both.indexed, documents);
      for (const parameters of queries) await agree(both, parameters);
      both.plain.close();
      both.indexed.close();
    }),
    { numRuns: 60 },
  );
});

test('a field that the query holds to one value still orders documents where it is a list', async () => {
  const documents = [
    { a: [2], b: 1 },
    { a: [2, 0], b: 1 },
  ];
  const open = (indexes: IndexDefinition[]) => openInMemory({ collections: { c: { indexes } } });
  const both = { plain: open([]), indexed: open(INDEXES) };
  await fill(both.plain, documents);
  await fill(both.indexed, documents);
  await agree(both, { query: { a: 2 }, order: { a: 1 } });
});
