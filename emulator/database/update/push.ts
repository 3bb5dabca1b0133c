import { compare } from '../bson/order';
import { typeName } from '../bson/types';
import { type Document, fieldOf, isDocument, type Value } from '../bson/value';
import { writeFailed } from '../errors';
import { sortDocuments, sortFields } from '../query/sort';
import type { UpdateOperator } from './operator';
import type { Place } from './place';

function currentArray({ value, path, owner }: Place): Value[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw writeFailed(
    `The field '${path}' must be an array but is of type ${typeName(value)} in document ${owner}`,
  );
}

function integer(value: Value, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw writeFailed(
    `The value for ${name} must be an integer value but was given type: ${typeName(value)}`,
  );
}

type Modifier = (items: Value[], operand: Value, added: readonly Value[]) => Value[];

const insertAt: Modifier = (items, operand, added) => {
  const position = integer(operand, '$position');
  const start = position < 0 ? Math.max(0, items.length + position) : position;
  return [...items.slice(0, start), ...added, ...items.slice(start)];
};

const sorted: Modifier = (items, operand) => {
  if (operand === 1 || operand === -1) return [...items].sort((a, b) => compare(a, b) * operand);
  if (!isDocument(operand))
    throw writeFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  return sortDocuments(items, sortFields(operand), (item) => (isDocument(item) ? item : {}));
};

const sliced: Modifier = (items, operand) => {
  const size = integer(operand, '$slice');
  return size < 0 ? items.slice(size) : items.slice(0, size);
};

const MODIFIERS = new Set(['$each', '$position', '$sort', '$slice']);

function checkModifiers(modifiers: Document): Value[] {
  for (const name of Object.keys(modifiers)) {
    if (!MODIFIERS.has(name)) throw writeFailed(`Unrecognized clause in $push: ${name}`);
  }
  const added = modifiers['$each'];
  if (Array.isArray(added)) return added;
  throw writeFailed(
    `The argument to $each in $push must be an array but it was of type: ${typeName(added)}`,
  );
}

/** MongoDB's order of work: insert at the position, then sort, then slice. */
function pushAll(items: Value[], modifiers: Document): Value[] {
  const added = checkModifiers(modifiers);
  const position = fieldOf(modifiers, '$position') ?? items.length;
  let result = insertAt(items, position, added);
  const sort = fieldOf(modifiers, '$sort');
  if (sort !== undefined) result = sorted(result, sort, added);
  const slice = fieldOf(modifiers, '$slice');
  return slice === undefined ? result : sliced(result, slice, added);
}

/** `$push`: appends one value, or with `$each` several, with `$position`, `$sort` and `$slice`. */
export const push: UpdateOperator = (place, operand) => {
  const items = currentArray(place);
  const hasModifiers = isDocument(operand) && Object.hasOwn(operand, '$each');
  place.set(hasModifiers ? pushAll(items, operand) : [...items, operand]);
};
