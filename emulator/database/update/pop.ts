import { typeName } from '../bson/types';
import { writeFailed } from '../errors';
import type { UpdateOperator } from './operator';
import { shown } from './place';

/** `$pop`: removes the last element (1) or the first (-1). */
export const pop: UpdateOperator = (place, operand) => {
  if (operand !== 1 && operand !== -1) {
    throw writeFailed(`$pop expects 1 or -1, found: ${shown(operand)}`);
  }
  const { value, path } = place;
  if (value === undefined) return;
  if (!Array.isArray(value)) {
    throw writeFailed(`Path '${path}' contains an element of non-array type '${typeName(value)}'`);
  }
  place.set(operand === 1 ? value.slice(0, -1) : value.slice(1));
};
