import {
  type Document,
  ObjectId,
  RegularExpression,
  type Value,
} from '../../../emulator/database/bson/value';
import { compileQuery } from '../../../emulator/database/query/compile';
import { sortDocuments, sortFields } from '../../../emulator/database/query/sort';

type Case = [outcome: string, query: Document, ids: Value[] | RegExp];

function matchingIds(documents: Document[], query: Document): Value[] {
  const matches = compileQuery(query);
  return documents.filter(matches).map((document) => document['_id'] ?? null);
}

function check(documents: Document[], query: Document, expected: Value[] | RegExp): void {
  if (expected instanceof RegExp) expect(() => matchingIds(documents, query)).toThrow(expected);
  else expect(matchingIds(documents, query)).toEqual(expected);
}

const pattern = (source: string, options = '') => new RegularExpression(source, options);

describe('values of every type', () => {
  const documents: Document[] = [
    { _id: 1, a: 1 },
    { _id: 2, a: null },
    { _id: 3 },
    { _id: 4, a: 'x' },
    { _id: 5, a: [1, 5] },
    { _id: 6, a: { b: 1, c: 2 } },
    { _id: 7, a: new Date(1000) },
    { _id: 8, a: true },
    { _id: 9, a: new ObjectId('5f1e6c0f0f0f0f0f0f0f0f0f') },
    { _id: 10, a: NaN },
  ];
  const cases: Case[] = [
    ['null also means missing', { a: null }, [2, 3]],
    ['$ne also takes missing', { a: { $ne: 1 } }, [2, 3, 4, 6, 7, 8, 9, 10]],
    ['$in with null takes missing', { a: { $in: [null] } }, [2, 3]],
    ['$exists false', { a: { $exists: false } }, [3]],
    ['$exists true', { a: { $exists: true } }, [1, 2, 4, 5, 6, 7, 8, 9, 10]],
    ['$gt stays within numbers', { a: { $gt: 0 } }, [1, 5]],
    ['$lt does not take NaN', { a: { $lt: 5 } }, [1, 5]],
    ['NaN equals NaN', { a: NaN }, [10]],
    ['$gte on dates', { a: { $gte: new Date(0) } }, [7]],
    ['a date equals a date', { a: new Date(1000) }, [7]],
    ['$lt on strings', { a: { $lt: 'z' } }, [4]],
    ['$gte null means null or missing', { a: { $gte: null } }, [2, 3]],
    ['$gt null means nothing', { a: { $gt: null } }, []],
    ['an array is found by an element', { a: 5 }, [5]],
    ['an array is found whole', { a: [1, 5] }, [5]],
    ['an array in another order is another array', { a: [5, 1] }, []],
    ['two ends may be met by two elements', { a: { $gt: 4, $lt: 2 } }, [5]],
    ['$elemMatch asks both of one element', { a: { $elemMatch: { $gt: 4, $lt: 2 } } }, []],
    ['an object is found whole', { a: { b: 1, c: 2 } }, [6]],
    ['an object in another field order is another object', { a: { c: 2, b: 1 } }, []],
    ['$nin with null leaves missing out', { a: { $nin: [1, null] } }, [4, 6, 7, 8, 9, 10]],
    ['$not $gt takes other types', { a: { $not: { $gt: 0 } } }, [2, 3, 4, 6, 7, 8, 9, 10]],
    ['true is not 1', { a: true }, [8]],
    ['$size', { a: { $size: 2 } }, [5]],
    ['$all in any order', { a: { $all: [5, 1] } }, [5]],
    ['$all takes a scalar for an array of one', { a: { $all: ['x'] } }, [4]],
    ['$all of nothing matches nothing', { a: { $all: [] } }, []],
    ['$type by name', { a: { $type: 'date' } }, [7]],
    ['$type by number', { a: { $type: 2 } }, [4]],
    ['$type looks into arrays', { a: { $type: 'number' } }, [1, 5, 10]],
    ['$type array', { a: { $type: 'array' } }, [5]],
    ['$type objectId', { a: { $type: 'objectId' } }, [9]],
    ['an ObjectId equals an ObjectId', { a: new ObjectId('5f1e6c0f0f0f0f0f0f0f0f0f') }, [9]],
    ['an ObjectId is not its text', { a: '5f1e6c0f0f0f0f0f0f0f0f0f' }, []],
    ['$in takes expressions', { a: { $in: [pattern('^x')] } }, [4]],
    ['an expression matches strings', { a: pattern('^X', 'i') }, [4]],
    ['$regex with $options', { a: { $regex: '^X', $options: 'i' } }, [4]],
    ['$not with an expression', { a: { $not: pattern('^x') } }, [1, 2, 3, 5, 6, 7, 8, 9, 10]],
    ['$mod looks at numbers only', { a: { $mod: [2, 1] } }, [1, 5]],
    ['$expr compares a field', { $expr: { $eq: ['$a', 1] } }, [1]],
    ['$nor', { $nor: [{ a: 1 }, { a: null }] }, [4, 6, 7, 8, 9, 10]],
    ['$or', { $or: [{ a: 1 }, { a: 'x' }] }, [1, 4, 5]],
    ['$and of the same field', { $and: [{ a: { $gt: 4 } }, { a: { $lt: 2 } }] }, [5]],
    ['an unknown operator is refused', { a: { $foo: 1 } }, /unknown operator: \$foo/],
    ['an unknown top level operator is refused', { $foo: 1 }, /unknown top level operator: \$foo/],
    ['a value beside an operator is refused', { a: { $gt: 1, b: 2 } }, /unknown operator: b/],
    ['geo is named as not emulated', { a: { $nearSphere: {} } }, /not emulated: \$nearSphere/],
    ['$where is named as not emulated', { $where: '1' }, /not emulated: \$where/],
    ['$in without a list is refused', { a: { $in: 1 } }, /\$in needs an array/],
    ['an invalid expression is refused', { a: pattern('(') }, /Regular expression is invalid/],
    ['an empty $or is refused', { $or: [] }, /\$or must be a nonempty array/],
  ];
  test.each(cases)('%s', (_outcome, query, ids) => check(documents, query, ids));
});

describe('arrays of documents', () => {
  const documents: Document[] = [
    {
      _id: 1,
      items: [
        { k: 'a', n: 1 },
        { k: 'b', n: 5 },
      ],
    },
    { _id: 2, items: [{ k: 'a', n: 5 }] },
    { _id: 3, items: [] },
    { _id: 4, items: [1, 2] },
    { _id: 5, items: { k: 'b', n: 9 } },
  ];
  const cases: Case[] = [
    ['a path opens the array', { 'items.k': 'b' }, [1, 5]],
    ['two paths may be met by two elements', { 'items.k': 'a', 'items.n': 5 }, [1, 2]],
    ['$elemMatch asks both of one element', { items: { $elemMatch: { k: 'a', n: 5 } } }, [2]],
    ['an index names one element', { 'items.0.n': 5 }, [2]],
    ['$exists below an array', { 'items.k': { $exists: true } }, [1, 2, 5]],
    ['$ne holds when no element matches', { 'items.k': { $ne: 'b' } }, [2, 3, 4]],
    ['$elemMatch with $or', { items: { $elemMatch: { $or: [{ n: 1 }, { n: 9 }] } } }, [1]],
    ['a whole element', { items: { k: 'a', n: 5 } }, [2]],
    ['$size 0', { items: { $size: 0 } }, [3]],
    ['an empty array', { items: [] }, [3]],
    [
      '$all with $elemMatch',
      { items: { $all: [{ $elemMatch: { k: 'a' } }, { $elemMatch: { n: 5 } }] } },
      [1, 2],
    ],
  ];
  test.each(cases)('%s', (_outcome, query, ids) => check(documents, query, ids));
});

describe('arrays in arrays', () => {
  const documents: Document[] = [
    { _id: 1, a: [[1, 2], [3]] },
    { _id: 2, a: [{ b: [1, 2] }, { b: [3] }] },
    { _id: 3, a: [{ b: 3 }] },
  ];
  const cases: Case[] = [
    ['an inner array is an element', { a: [1, 2] }, [1]],
    ['elements of an inner array are not opened', { a: 1 }, []],
    ['a path opens the arrays it ends in', { 'a.b': 3 }, [2, 3]],
    ['$gt reaches the inner values', { 'a.b': { $gt: 2 } }, [2, 3]],
    ['$in reaches the inner values', { 'a.b': { $in: [1] } }, [2]],
    ['$size counts an inner array', { 'a.b': { $size: 2 } }, [2]],
    ['$elemMatch looks at an inner array', { 'a.b': { $elemMatch: { $gt: 1, $lt: 3 } } }, [2]],
    ['an index leads into an inner array', { 'a.0.1': 2 }, [1]],
  ];
  test.each(cases)('%s', (_outcome, query, ids) => check(documents, query, ids));
});

describe('sorting', () => {
  const sorted = (documents: Document[], order: Document) =>
    sortDocuments(documents, sortFields(order), (document) => document).map(({ _id: id }) => id);

  test('orders types as MongoDB does, missing with null first', () => {
    const documents: Document[] = [
      { _id: 1, v: 'b' },
      { _id: 2 },
      { _id: 3, v: 5 },
      { _id: 4, v: null },
      { _id: 5, v: true },
      { _id: 6, v: new Date(0) },
      { _id: 7, v: 'B' },
      { _id: 8, v: [9, 1] },
      { _id: 9, v: { a: 1 } },
      { _id: 10, v: [] },
    ];
    expect(sorted(documents, { v: 1 })).toEqual([10, 2, 4, 8, 3, 7, 1, 9, 5, 6]);
  });

  test.each([
    [
      'uses the largest element descending',
      [
        { _id: 1, v: [9, 1] },
        { _id: 2, v: 5 },
      ],
      { v: -1 },
      [1, 2],
    ],
    [
      'uses the smallest element ascending',
      [
        { _id: 2, v: 5 },
        { _id: 1, v: [9, 1] },
      ],
      { v: 1 },
      [1, 2],
    ],
    [
      'weighs fields in order',
      [
        { _id: 1, a: 1, b: 2 },
        { _id: 2, a: 1, b: 3 },
        { _id: 3, a: 0, b: 9 },
      ],
      { a: 1, b: -1 },
      [3, 2, 1],
    ],
    [
      'orders Chinese by code point',
      [
        { _id: 1, v: '张' },
        { _id: 2, v: '李' },
      ],
      { v: 1 },
      [1, 2],
    ],
    [
      'puts emoji above every other character',
      [
        { _id: 1, v: '😀' },
        { _id: 2, v: '\uffee' },
      ],
      { v: 1 },
      [2, 1],
    ],
    [
      'follows a path',
      [
        { _id: 1, a: { b: 2 } },
        { _id: 2, a: { b: 1 } },
      ],
      { 'a.b': 1 },
      [2, 1],
    ],
  ] as [string, Document[], Document, number[]][])('%s', (_outcome, documents, order, ids) => {
    expect(sorted(documents, order)).toEqual(ids);
  });
});
