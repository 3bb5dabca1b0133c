import type { Document } from '../../../emulator/database/bson/value';
import { compileUpdate } from '../../../emulator/database/update/apply';

type Expected = Document | RegExp;
type Case = [
  outcome: string,
  before: Document,
  update: Document,
  after: Expected,
  query?: Document,
];

const day = (ms: number) => new Date(ms);

const SET: Case[] = [
  ['creates missing parents', { a: 1 }, { $set: { 'x.y.z': 1 } }, { a: 1, x: { y: { z: 1 } } }],
  ['replaces an element by its index', { a: [1] }, { $set: { 'a.0': 9 } }, { a: [9] }],
  [
    'fills a gap in an array with nulls',
    { a: [1] },
    { $set: { 'a.3': 9 } },
    { a: [1, null, null, 9] },
  ],
  ['reaches into an element', { a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
  [
    'makes an object of a numeric key where nothing is',
    {},
    { $set: { 'm.0': 1 } },
    { m: { 0: 1 } },
  ],
  ['keeps dates', { a: 1 }, { $set: { a: day(5) } }, { a: day(5) }],
  [
    'refuses to go through an array by name',
    { a: [{ b: 1 }] },
    { $set: { 'a.b': 2 } },
    /Cannot create field 'b' in element \{a: \[/,
  ],
  [
    'refuses to go through a number',
    { a: 5 },
    { $set: { 'a.b': 1 } },
    /Cannot create field 'b' in element \{a: 5\}/,
  ],
  [
    'refuses to go through null',
    { y: null },
    { $set: { 'y.x': 1 } },
    /Cannot create field 'x' in element \{y: null\}/,
  ],
  [
    'refuses to go through a string below a parent',
    { o: { s: 'x' } },
    { $set: { 'o.s.t.u': 1 } },
    /Cannot create field 't' in element \{s: "x"\}/,
  ],
  [
    'refuses another _id',
    { _id: 1 },
    { $set: { _id: 2 } },
    /would modify the immutable field '_id'/,
  ],
  ['lets the same _id pass', { _id: 1, a: 1 }, { $set: { _id: 1, a: 2 } }, { _id: 1, a: 2 }],
  ['refuses an empty path part', {}, { $set: { 'a..b': 1 } }, /empty field name/],
  ['refuses __proto__', {}, { $set: { '__proto__.x': 1 } }, /not allowed/],
];

const UNSET: Case[] = [
  ['removes a field', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['removes a nested field', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
  ['leaves null where an element was', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['ignores what is not there', { a: 1 }, { $unset: { 'z.y': '' } }, { a: 1 }],
  ['ignores a path through a scalar', { a: 1 }, { $unset: { 'a.b': '' } }, { a: 1 }],
];

const NUMBERS: Case[] = [
  ['$inc creates a missing field', {}, { $inc: { n: 2 } }, { n: 2 }],
  ['$inc creates missing parents', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
  [
    '$inc adds floats as JavaScript does',
    { n: 0.1 },
    { $inc: { n: 0.2 } },
    { n: 0.30000000000000004 },
  ],
  [
    '$inc refuses a string field',
    { _id: 'x', n: 'x' },
    { $inc: { n: 1 } },
    /Cannot apply \$inc to a value of non-numeric type. \{_id: "x"\} has the field 'n' of non-numeric type string/,
  ],
  ['$inc refuses a null field', { n: null }, { $inc: { n: 1 } }, /non-numeric type null/],
  [
    '$inc refuses a string operand',
    { n: 1 },
    { $inc: { n: '1' } },
    /Cannot increment with non-numeric argument: \{n: "1"\}/,
  ],
  [
    '$inc refuses to go through a scalar',
    { a: 1 },
    { $inc: { 'a.b': 1 } },
    /Cannot create field 'b'/,
  ],
  ['$mul makes a missing field zero', {}, { $mul: { n: 3 } }, { n: 0 }],
  ['$mul multiplies', { n: 2 }, { $mul: { n: 3 } }, { n: 6 }],
  ['$mul refuses an array', { n: [] }, { $mul: { n: 3 } }, /Cannot apply \$mul .* type array/],
  ['$min takes a missing field', {}, { $min: { a: 5 } }, { a: 5 }],
  ['$min keeps the earlier date', { a: day(5) }, { $min: { a: day(1) } }, { a: day(1) }],
  ['$min orders types, numbers below strings', { a: 'x' }, { $min: { a: 1 } }, { a: 1 }],
  ['$max raises', { a: 5 }, { $max: { a: 9 } }, { a: 9 }],
  ['$max keeps what is larger', { a: 5 }, { $max: { a: 1 } }, { a: 5 }],
  ['$max puts a number above null', { a: null }, { $max: { a: 1 } }, { a: 1 }],
  ['$bit ands', { b: 13 }, { $bit: { b: { and: 10 } } }, { b: 8 }],
  ['$bit ors and xors in order', { b: 1 }, { $bit: { b: { or: 6, xor: 1 } } }, { b: 6 }],
  ['$bit refuses a fraction', { b: 1.5 }, { $bit: { b: { and: 1 } } }, /non-integral/],
  ['$bit refuses an unknown operation', { b: 1 }, { $bit: { b: { nand: 1 } } }, /only supports/],
];

const PUSH: Case[] = [
  ['creates an array', {}, { $push: { a: { $each: [1] } } }, { a: [1] }],
  ['creates an array in missing parents', {}, { $push: { 'o.a': 1 } }, { o: { a: [1] } }],
  ['appends an array as one element', { a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
  [
    'refuses a scalar',
    { _id: 'i', a: 1 },
    { $push: { a: 2 } },
    /The field 'a' must be an array but is of type int in document \{_id: "i"\}/,
  ],
  ['refuses null', { a: null }, { $push: { a: 2 } }, /must be an array but is of type null/],
  [
    'keeps the last ones with a negative slice',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ],
  ['empties with slice 0', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 0 } } }, { a: [] }],
  ['slices a new array', {}, { $push: { a: { $each: [1, 2, 3], $slice: 2 } } }, { a: [1, 2] }],
  ['sorts a new array', {}, { $push: { a: { $each: [3, 1], $sort: 1 } } }, { a: [1, 3] }],
  [
    'inserts at a position',
    { a: [1, 2] },
    { $push: { a: { $each: [9], $position: 0 } } },
    { a: [9, 1, 2] },
  ],
  [
    'counts a negative position from the end',
    { a: [1, 2] },
    { $push: { a: { $each: [9], $position: -1 } } },
    { a: [1, 9, 2] },
  ],
  [
    'sorts by a field',
    { a: [{ s: 3 }] },
    { $push: { a: { $each: [{ s: 1 }], $sort: { s: 1 } } } },
    { a: [{ s: 1 }, { s: 3 }] },
  ],
  [
    'sorts by two fields',
    {
      a: [
        { s: 1, t: 2 },
        { s: 1, t: 1 },
      ],
    },
    { $push: { a: { $each: [], $sort: { s: 1, t: 1 } } } },
    {
      a: [
        { s: 1, t: 1 },
        { s: 1, t: 2 },
      ],
    },
  ],
  [
    'sorts before it slices',
    { a: [5, 1] },
    { $push: { a: { $each: [3], $sort: -1, $slice: 2 } } },
    { a: [5, 3] },
  ],
  [
    'refuses an $each that is no array',
    {},
    { $push: { a: { $each: 1 } } },
    /\$each in \$push must be an array/,
  ],
  [
    'refuses an unknown modifier',
    {},
    { $push: { a: { $each: [1], $foo: 1 } } },
    /Unrecognized clause in \$push: \$foo/,
  ],
];

const ARRAYS: Case[] = [
  ['$addToSet leaves an equal value out', { a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
  [
    '$addToSet with $each leaves repeats out',
    { a: [1] },
    { $addToSet: { a: { $each: [1, 2, 2] } } },
    { a: [1, 2] },
  ],
  [
    '$addToSet makes a new set without repeats',
    {},
    { $addToSet: { a: { $each: [2, 2] } } },
    { a: [2] },
  ],
  [
    '$addToSet knows equal objects',
    { a: [{ x: 1 }] },
    { $addToSet: { a: { x: 1 } } },
    { a: [{ x: 1 }] },
  ],
  [
    '$addToSet tells field orders apart',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['$addToSet knows equal dates', { a: [day(0)] }, { $addToSet: { a: day(0) } }, { a: [day(0)] }],
  ['$addToSet keeps old repeats', { a: [1, 1] }, { $addToSet: { a: 2 } }, { a: [1, 1, 2] }],
  [
    '$addToSet refuses a scalar',
    { a: 5 },
    { $addToSet: { a: 1 } },
    /Cannot apply \$addToSet to non-array field. Field named 'a' has non-array type int/,
  ],
  ['$pull removes every equal value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull removes by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [
    '$pull matches documents by some fields',
    { a: [{ k: 1, z: 1 }, { k: 2 }] },
    { $pull: { a: { k: 1 } } },
    { a: [{ k: 2 }] },
  ],
  [
    '$pull matches documents by conditions',
    { a: [{ k: 1 }, { k: 5 }] },
    { $pull: { a: { k: { $gt: 2 } } } },
    { a: [{ k: 1 }] },
  ],
  ['$pull takes a list', { a: ['x', 'y'] }, { $pull: { a: { $in: ['x'] } } }, { a: ['y'] }],
  [
    '$pull refuses a scalar',
    { a: 5 },
    { $pull: { a: 1 } },
    /Cannot apply \$pull to a non-array value/,
  ],
  ['$pull ignores a missing field', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  ['$pullAll removes listed values', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [
    '$pullAll refuses a single value',
    { a: [1] },
    { $pullAll: { a: 1 } },
    /requires an array argument/,
  ],
  ['$pop removes the last', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
  ['$pop removes the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  ['$pop leaves an empty array', { a: [] }, { $pop: { a: 1 } }, { a: [] }],
  [
    '$pop refuses a scalar',
    { a: 1 },
    { $pop: { a: 1 } },
    /Path 'a' contains an element of non-array type 'int'/,
  ],
  ['$pop refuses other numbers', { a: [1] }, { $pop: { a: 2 } }, /\$pop expects 1 or -1/],
];

const RENAME: Case[] = [
  ['moves a field', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['moves inside an object', { a: { x: 1 } }, { $rename: { 'a.x': 'a.y' } }, { a: { y: 1 } }],
  ['replaces what is there', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['ignores a missing field', { a: 1 }, { $rename: { z: 'b' } }, { a: 1 }],
  ['refuses the same name', { a: 1 }, { $rename: { a: 'a' } }, /must differ/],
  [
    'refuses an array element',
    { a: [1] },
    { $rename: { 'a.0': 'b' } },
    /cannot be an array element/,
  ],
];

const POSITIONAL: Case[] = [
  [
    '$ means the element the query matched',
    {
      _id: 1,
      a: [
        { k: 1, v: 0 },
        { k: 2, v: 0 },
      ],
    },
    { $set: { 'a.$.v': 9 } },
    {
      _id: 1,
      a: [
        { k: 1, v: 0 },
        { k: 2, v: 9 },
      ],
    },
    { 'a.k': 2 },
  ],
  [
    '$ follows $elemMatch',
    {
      a: [
        { k: 1, v: 0 },
        { k: 2, v: 0 },
      ],
    },
    { $inc: { 'a.$.v': 1 } },
    {
      a: [
        { k: 1, v: 0 },
        { k: 2, v: 1 },
      ],
    },
    { a: { $elemMatch: { k: 2 } } },
  ],
  [
    '$ follows a condition inside $and',
    { a: [1, 7, 9] },
    { $set: { 'a.$': 0 } },
    { a: [1, 0, 9] },
    { $and: [{ a: { $gt: 5 } }, { a: { $lt: 8 } }] },
  ],
  ['$ means a scalar element', { a: [3, 4] }, { $set: { 'a.$': 0 } }, { a: [3, 0] }, { a: 4 }],
  [
    '$ without a condition on the array is an error',
    { a: [1] },
    { $set: { 'a.$': 0 } },
    /positional operator did not find the match/,
    { b: 1 },
  ],
  [
    '$[] means every element',
    { a: [{ v: 0 }, { v: 0 }] },
    { $inc: { 'a.$[].v': 1 } },
    { a: [{ v: 1 }, { v: 1 }] },
  ],
  [
    'an array filter is named as not emulated',
    { a: [1] },
    { $set: { 'a.$[x]': 0 } },
    /not emulated/,
  ],
];

const WHOLE: Case[] = [
  [
    'several operators work together',
    { n: 1, a: [] },
    { $inc: { n: 1 }, $push: { a: 1 }, $set: { s: 1 } },
    { n: 2, a: [1], s: 1 },
  ],
  [
    'the same path twice is a conflict',
    { a: 1 },
    { $set: { a: 2 }, $inc: { a: 1 } },
    /Updating the path 'a' would create a conflict at 'a'/,
  ],
  [
    'a path and its parent are a conflict',
    { a: {} },
    { $set: { a: 1, 'a.b': 2 } },
    /Updating the path 'a.b' would create a conflict at 'a'/,
  ],
  ['an unknown operator is named', {}, { $foo: { a: 1 } }, /Unknown modifier: \$foo/],
  ['an empty update is refused', {}, {}, /'\$set' is empty. You must specify a field like so/],
  ['an empty operator is refused', {}, { $inc: {} }, /'\$inc' is empty/],
  [
    '$setOnInsert does nothing to a document that is there',
    { a: 1 },
    { $setOnInsert: { b: 1 }, $set: { a: 2 } },
    { a: 2 },
  ],
];

const TABLES: [string, Case[]][] = [
  ['$set', SET],
  ['$unset', UNSET],
  ['arithmetic', NUMBERS],
  ['$push', PUSH],
  ['array operators', ARRAYS],
  ['$rename', RENAME],
  ['positional paths', POSITIONAL],
  ['a whole update', WHOLE],
];

describe.each(TABLES)('%s', (_name, cases) => {
  test.each(cases)('%s', (_outcome, before, update, after, query = {}) => {
    const untouched = JSON.stringify(before);
    const apply = () => compileUpdate(update, { query })(before);
    if (after instanceof RegExp) expect(apply).toThrow(after);
    else expect(apply()).toEqual(after);
    expect(JSON.stringify(before)).toBe(untouched);
  });
});
