import { compare } from '../bson/order';
import { typeRank } from '../bson/types';
import type { Found, Value } from '../bson/value';
import { anyOpened, type OperatorCompiler } from './test';

function isNaN(value: Found): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

/** Values are comparable only within one type; a missing field counts as null; NaN equals itself only. */
function ordered(accepts: (order: number) => boolean): OperatorCompiler {
  const compile = (operand: Value) => (value: Found) => {
    const actual = value ?? null;
    if (typeRank(actual) !== typeRank(operand)) return false;
    if (isNaN(actual) !== isNaN(operand)) return false;
    return accepts(compare(actual, operand));
  };
  return (operand) => anyOpened(compile(operand));
}

/** `$gt`, `$gte`, `$lt`, `$lte`. */
export const orderingOperators: Record<string, OperatorCompiler> = {
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
};
