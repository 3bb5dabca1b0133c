import { typeRank } from '../bson/types';
import {
  type Document,
  isDocument,
  OpaqueValue,
  RegularExpression,
  type Value,
} from '../bson/value';
import { isOperatorObject } from '../query/compile';

/** One end of a range. */
export interface Bound {
  value: Value;
  inclusive: boolean;
}

/** What a query demands of one path, as far as an index can help. */
export interface Constraint {
  /** The path must hold one of these. */
  equals?: Value[];
  lower?: Bound;
  upper?: Bound;
}

/** The demands of a query by path, and whether they say all that the query says. */
export interface Constraints {
  byPath: Map<string, Constraint>;
  complete: boolean;
}

function canBeKey(value: Value): boolean {
  return (
    !Array.isArray(value) &&
    !(value instanceof RegularExpression) &&
    !(value instanceof OpaqueValue)
  );
}

function addEquals(constraints: Constraints, path: string, values: readonly Value[]): void {
  const constraint = constraints.byPath.get(path) ?? {};
  if (constraint.equals || !values.every(canBeKey)) {
    constraints.complete = false;
    return;
  }
  if (constraint.lower ?? constraint.upper) constraints.complete = false;
  // Null also asks for missing fields, which arrays on the way make a question of their own.
  if (values.includes(null)) constraints.complete = false;
  constraints.byPath.set(path, { ...constraint, equals: [...values] });
}

const BOUNDS: Record<string, { side: 'lower' | 'upper'; inclusive: boolean }> = {
  $gt: { side: 'lower', inclusive: false },
  $gte: { side: 'lower', inclusive: true },
  $lt: { side: 'upper', inclusive: false },
  $lte: { side: 'upper', inclusive: true },
};

function canBeBound(value: Value, constraint: Constraint, side: 'lower' | 'upper'): boolean {
  const isScalar = canBeKey(value) && !isDocument(value) && value !== null && !Number.isNaN(value);
  const other = constraint.lower ?? constraint.upper;
  const fits = !other || typeRank(other.value) === typeRank(value);
  return isScalar && fits && !constraint[side];
}

function addBound(
  constraints: Constraints,
  path: string,
  [operator, value]: [string, Value],
): void {
  const { side, inclusive } = BOUNDS[operator] ?? { side: 'lower', inclusive: true };
  const constraint = constraints.byPath.get(path) ?? {};
  if (constraint.equals || !canBeBound(value, constraint, side)) constraints.complete = false;
  if (canBeBound(value, constraint, side)) {
    constraints.byPath.set(path, { ...constraint, [side]: { value, inclusive } });
  }
}

type Reader = (constraints: Constraints, path: string, operand: Value) => void;

function incomplete(read?: Reader): Reader {
  return (constraints, path, operand) => {
    constraints.complete = false;
    read?.(constraints, path, operand);
  };
}

const READERS: Record<string, Reader> = {
  $eq: (constraints, path, operand) => addEquals(constraints, path, [operand]),
  $in: (constraints, path, operand) =>
    Array.isArray(operand) ? addEquals(constraints, path, operand) : undefined,
  $all: incomplete((constraints, path, operand) => {
    const [first] = Array.isArray(operand) ? operand : [];
    if (first !== undefined && !isOperatorObject(first)) addEquals(constraints, path, [first]);
  }),
  $elemMatch: incomplete((constraints, path, operand) => {
    if (isDocument(operand) && !isOperatorObject(operand))
      readQuery(constraints, operand, `${path}.`);
  }),
};

function readField(constraints: Constraints, path: string, operand: Value): void {
  if (!isOperatorObject(operand)) {
    addEquals(constraints, path, [operand]);
    return;
  }
  for (const [operator, value] of Object.entries(operand)) {
    if (operator in BOUNDS) addBound(constraints, path, [operator, value]);
    else (READERS[operator] ?? incomplete())(constraints, path, value);
  }
}

function readQuery(constraints: Constraints, query: Document, prefix: string): void {
  for (const [key, operand] of Object.entries(query)) {
    if (!key.startsWith('$')) readField(constraints, `${prefix}${key}`, operand);
    else if (key !== '$and' || !Array.isArray(operand)) constraints.complete = false;
    else operand.filter(isDocument).forEach((part) => readQuery(constraints, part, prefix));
  }
}

/** Reads out of a query what indexes can decide; the rest is left to the matcher. */
export function constraintsOf(query: Document): Constraints {
  const constraints: Constraints = { byPath: new Map(), complete: true };
  readQuery(constraints, query, '');
  return constraints;
}
