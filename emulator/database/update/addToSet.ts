import { equal } from '../bson/order';
import { typeName } from '../bson/types';
import { isDocument, type Value } from '../bson/value';
import { writeFailed } from '../errors';
import type { UpdateOperator } from './operator';
import type { Place } from './place';

function currentSet({ value, path }: Place): Value[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw writeFailed(
    `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(value)}`,
  );
}

function additions(operand: Value): Value[] {
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) return [operand];
  const each = operand['$each'];
  if (Array.isArray(each)) return each;
  throw writeFailed(
    `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
  );
}

/** `$addToSet`: appends what is not there yet; duplicates that were there before stay. */
export const addToSet: UpdateOperator = (place, operand) => {
  const items = [...currentSet(place)];
  for (const addition of additions(operand)) {
    if (!items.some((item) => equal(item, addition))) items.push(addition);
  }
  place.set(items);
};
