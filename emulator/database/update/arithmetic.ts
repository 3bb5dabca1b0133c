import { typeName } from '../bson/types';
import { writeFailed } from '../errors';
import type { UpdateOperator } from './operator';
import { type Place, shown } from './place';

/** What one arithmetic operator is called and does. */
export interface Arithmetic {
  operator: string;
  verb: string;
  /** The value a missing field counts as. */
  missingAs: number;
  calculate(current: number, operand: number): number;
}

function currentNumber(place: Place, { operator, missingAs }: Arithmetic): number {
  const { value, path, owner } = place;
  if (value === undefined) return missingAs;
  if (typeof value === 'number') return value;
  const field = path.slice(path.lastIndexOf('.') + 1);
  throw writeFailed(
    `Cannot apply ${operator} to a value of non-numeric type. ${owner} has the field '${field}' of non-numeric type ${typeName(value)}`,
  );
}

/** Builds `$inc` or `$mul`: numbers only, on both sides. */
export function arithmeticOperator(arithmetic: Arithmetic): UpdateOperator {
  return (place, operand) => {
    if (typeof operand !== 'number') {
      throw writeFailed(
        `Cannot ${arithmetic.verb} with non-numeric argument: {${place.path}: ${shown(operand)}}`,
      );
    }
    place.set(arithmetic.calculate(currentNumber(place, arithmetic), operand));
  };
}
