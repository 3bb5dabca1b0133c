import { type Document, type Found, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { compileQuery, compileValueTest, isOperatorObject } from '../query/compile';

/** Changes what one path holds; `undefined` leaves the field out. */
export type ArrayProjection = (value: Value) => Found;

function sliceBounds(operand: Value): [skip: number, count: number] {
  const [skip, count] = Array.isArray(operand) ? operand : [];
  if (typeof operand === 'number') return operand < 0 ? [operand, -operand] : [0, operand];
  if (typeof skip === 'number' && typeof count === 'number' && count > 0) return [skip, count];
  throw requestFailed('$slice only supports numbers and [skip, limit] arrays');
}

/** `$slice`: a number from the start or the end, or `[skip, limit]`. */
export function slice(operand: Value): ArrayProjection {
  const [skip, count] = sliceBounds(operand);
  return (value) => {
    if (!Array.isArray(value)) return value;
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip;
    return value.slice(start, start + count);
  };
}

/** `$elemMatch`: the first element that matches, alone in its array; none leaves the field out. */
export function elemMatch(operand: Value): ArrayProjection {
  if (!isDocument(operand)) throw requestFailed('elemMatch: Invalid argument, object required');
  const isWanted = isOperatorObject(operand) ? compileValueTest(operand) : documentTest(operand);
  return (value) => {
    const first = Array.isArray(value) ? value.find(isWanted) : undefined;
    return first === undefined ? undefined : [first];
  };
}

function documentTest(query: Document): (item: Value) => boolean {
  const matches = compileQuery(query);
  return (item) => isDocument(item) && matches(item);
}
