import type { Document } from '../../../emulator/database/bson/value';
import { compileProjection } from '../../../emulator/database/projection/project';

type Case = [outcome: string, projection: Document, expected: Document | RegExp, query?: Document];

const document: Document = {
  _id: 1,
  a: 1,
  b: { c: 2, d: 3 },
  arr: [
    { x: 1, y: 1 },
    { x: 2, y: 2 },
    { x: 2, y: 3 },
  ],
  nums: [1, 2, 3],
};
const { arr, nums } = document;

const cases: Case[] = [
  [
    'inclusion keeps the order of the document, _id first',
    { b: 1, a: 1 },
    { _id: 1, a: 1, b: { c: 2, d: 3 } },
  ],
  ['exclusion keeps the rest', { a: 0, arr: 0, nums: 0 }, { _id: 1, b: { c: 2, d: 3 } }],
  ['a path includes one nested field', { 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
  ['_id may be left out', { _id: 0, a: 1 }, { a: 1 }],
  ['_id alone may be left out', { _id: 0, b: 0, arr: 0, nums: 0 }, { a: 1 }],
  ['_id alone may be asked for', { _id: 1 }, { _id: 1 }],
  ['a path goes through an array', { 'arr.x': 1 }, { _id: 1, arr: [{ x: 1 }, { x: 2 }, { x: 2 }] }],
  ['a nested field may be excluded', { 'b.c': 0, arr: 0, nums: 0 }, { _id: 1, a: 1, b: { d: 3 } }],
  [
    '$slice alone keeps all other fields',
    { nums: { $slice: 2 } },
    { _id: 1, a: 1, b: { c: 2, d: 3 }, arr: arr ?? [], nums: [1, 2] },
  ],
  ['$slice counts from the end', { nums: { $slice: -1 }, a: 1 }, { _id: 1, a: 1, nums: [3] }],
  ['$slice skips and takes', { nums: { $slice: [1, 1] }, a: 1 }, { _id: 1, a: 1, nums: [2] }],
  ['$slice skips from the end', { nums: { $slice: [-2, 1] }, a: 1 }, { _id: 1, a: 1, nums: [2] }],
  [
    '$elemMatch shows the first match only',
    { arr: { $elemMatch: { x: 2 } } },
    { _id: 1, arr: [{ x: 2, y: 2 }] },
  ],
  ['$elemMatch on numbers', { nums: { $elemMatch: { $gt: 1 } } }, { _id: 1, nums: [2] }],
  [
    '$elemMatch without a match leaves the field out',
    { arr: { $elemMatch: { x: 9 } } },
    { _id: 1 },
  ],
  ['a missing field stays missing', { zz: 1 }, { _id: 1 }],
  [
    'a positional projection shows the matched element',
    { 'arr.$': 1 },
    { _id: 1, arr: [{ x: 2, y: 2 }] },
    { 'arr.y': 2 },
  ],
  ['a flag may be a boolean', { a: true, _id: false }, { a: 1 }],
  ['mixing is refused', { a: 1, b: 0 }, /mix of inclusion and exclusion/],
  ['a path inside another is refused', { b: 1, 'b.c': 1 }, /Path collision/],
  ['an unknown operator is refused', { a: { $foo: 1 } }, /Unsupported projection option/],
];

test.each(cases)('%s', (_outcome, projection, expected, query = {}) => {
  const project = () => compileProjection(projection, query)(document);
  if (expected instanceof RegExp) {
    expect(project).toThrow(expected);
    return;
  }
  expect(JSON.stringify(project())).toBe(JSON.stringify(expected));
  expect(document['nums']).toBe(nums);
});
