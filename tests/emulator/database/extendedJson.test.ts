import { ObjectId } from 'bson';
import fc from 'fast-check';
import { MovableClock } from '../../../emulator/clock';
import { decode } from '../../../emulator/database/bson/decode';
import { encode } from '../../../emulator/database/bson/encode';
import { inverted, keyOf } from '../../../emulator/database/bson/key';
import { compare } from '../../../emulator/database/bson/order';
import type { Value } from '../../../emulator/database/bson/value';
import { openInMemory, rowsOf, wire } from './memory';

const clock = new MovableClock();

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.maxSafeInteger(),
  // Whole numbers that a double cannot tell apart travel as longs and come back as the nearest double.
  fc
    .double({ noNaN: true })
    .filter(
      (value) =>
        !Number.isInteger(value) || Number.isSafeInteger(value) || Math.abs(value) > 2 ** 63,
    )
    .map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
);
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('value'), { maxKeys: 4 }),
  ),
}));

test('what bson 4.7.2 writes is read and written again letter for letter', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(encode(decode(wire({ value }), clock))).toBe(wire({ value }));
    }),
  );
});

test.each([
  ['an int32', 1],
  ['a long', 1234567890123],
  ['a double', 1.5],
  ['a large double', 1e300],
  ['a whole double just past the longs', -(2 ** 63) - 2048],
  ['NaN', NaN],
  ['minus infinity', -Infinity],
  ['an ObjectId', new ObjectId('5f1e6c0f0f0f0f0f0f0f0f0f')],
  ['a regular expression', /a\/b/i],
  ['a date before 1970', new Date(-1)],
])('%s keeps its extended JSON', (_name, value) => {
  expect(encode(decode(wire({ value }), clock))).toBe(wire({ value }));
});

test.each([
  ['a decimal', '{"value":{"$numberDecimal":"1.10"}}'],
  ['binary content', '{"value":{"$binary":{"base64":"AQI=","subType":"00"}}}'],
])('%s is carried untouched', (_name, text) => {
  expect(encode(decode(text, clock))).toBe(text);
});

test('a server date becomes the clock plus its offset, also deep inside', () => {
  const fixed = { now: () => 1000 };
  const text = '{"a":[{"at":{"$tcb_server_date":{"offset":{"$numberInt":"500"}}}}]}';
  expect(decode(text, fixed)).toEqual({ a: [{ at: new Date(1500) }] });
});

test('a date smuggled in as a plain object becomes a date', () => {
  expect(decode('{"at":{"$date":5}}', clock)).toEqual({ at: new Date(5) });
});

test('index keys sort exactly as values do, in both directions', () => {
  const sign = (order: number) => Math.sign(order);
  fc.assert(
    fc.property(anyValue, anyValue, (left, right) => {
      const [a, b] = [left as Value, right as Value];
      expect(sign(Buffer.compare(keyOf(a), keyOf(b)))).toBe(sign(compare(a, b)));
      expect(sign(Buffer.compare(inverted(keyOf(b)), inverted(keyOf(a))))).toBe(
        sign(compare(a, b)),
      );
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a date', { v: new Date(5) }],
  ['an ObjectId', { v: new ObjectId('5f1e6c0f0f0f0f0f0f0f0f0f') }],
  ['a nested array', { v: [[1, [2]], { a: [new Date(7)] }] }],
  ['a long', { v: 2 ** 40 }],
  ['a fraction', { v: 0.1 }],
  ['an expression', { v: /^a/i }],
  ['text with every kind of character', { v: '中文 "😀" \u0000\n' }],
])('%s comes back equal and is found by its value', async (_name, document) => {
  const database = openInMemory({
    collections: { c: { indexes: [{ name: 'v', keys: [{ field: 'v', direction: 1 }] }] } },
  });
  const data = [wire({ _id: 'x', ...document })];
  await database.handle('database.insertDocument', { collectionName: 'c', data });
  const rows = await rowsOf(database, 'c', { query: document });
  expect(wire(rows)).toBe(wire([{ _id: 'x', ...document }]));
});
