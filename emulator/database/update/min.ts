import { compare } from '../bson/order';
import type { UpdateOperator } from './operator';

/** `$min`: keeps the smaller in MongoDB's order of all types; a missing field takes the operand. */
export const min: UpdateOperator = (place, operand) => {
  if (place.value === undefined || compare(operand, place.value) < 0) place.set(operand);
};
