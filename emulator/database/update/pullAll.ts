import { equal } from '../bson/order';
import { typeName } from '../bson/types';
import { writeFailed } from '../errors';
import type { UpdateOperator } from './operator';

/** `$pullAll`: removes every element equal to one of the listed values. */
export const pullAll: UpdateOperator = (place, operand) => {
  if (!Array.isArray(operand)) {
    throw writeFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  }
  const { value } = place;
  if (value === undefined) return;
  if (!Array.isArray(value)) throw writeFailed('Cannot apply $pull to a non-array value');
  place.set(value.filter((item) => !operand.some((pulled) => equal(item, pulled))));
};
