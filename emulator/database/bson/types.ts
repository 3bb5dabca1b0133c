import { type Found, ObjectId, OpaqueValue, RegularExpression } from './value';

/** MongoDB's names of BSON types, as in `$type` and in error messages. */
export type TypeName =
  | 'missing'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'regex';

const INT32 = 2 ** 31;

function numberType(value: number): TypeName {
  if (!Number.isInteger(value)) return 'double';
  if (value >= -INT32 && value < INT32) return 'int';
  return Math.abs(value) < 2 ** 63 ? 'long' : 'double';
}

const PRIMITIVES: Record<string, TypeName> = {
  string: 'string',
  boolean: 'bool',
  undefined: 'missing',
};

function objectType(value: object): TypeName {
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof RegularExpression || value instanceof RegExp) return 'regex';
  if (value instanceof OpaqueValue) return 'binData';
  return 'object';
}

/** The BSON type a value is stored as. */
export function typeName(value: Found): TypeName {
  if (value === null) return 'null';
  if (typeof value === 'number') return numberType(value);
  if (typeof value === 'object') return objectType(value);
  return PRIMITIVES[typeof value] ?? 'missing';
}

const RANKS: Record<TypeName, number> = {
  missing: 3,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  regex: 50,
};

/** The place of a value's type in MongoDB's order of types; values of one rank are comparable. */
export function typeRank(value: Found): number {
  if (typeof value === 'string') return RANKS.string;
  if (typeof value === 'number') return RANKS.int;
  return RANKS[typeName(value)];
}
