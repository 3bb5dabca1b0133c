import { evalExpr } from 'mingo/core';
import { compare, equal } from '../bson/order';
import { typeName } from '../bson/types';
import type { Found } from '../bson/value';

type Options = Parameters<typeof evalExpr>[2];
type Operator = (document: unknown, operand: unknown, options: Options) => unknown;

/** Refuses anything but two operands, as MongoDB does. */
function pairFor(operator: string, operand: unknown): unknown[] {
  if (Array.isArray(operand) && operand.length === 2) return operand;
  const given = Array.isArray(operand) ? operand.length : 1;
  throw new Error(`Expression ${operator} takes exactly 2 arguments. ${given} were passed in.`);
}

/** Comparisons order values of all types, and tell a missing field from null. */
function comparison(operator: string, answer: (order: number) => unknown): Operator {
  return (document, operand, options) => {
    const pair = pairFor(operator, operand);
    const [left, right] = evalExpr(document, pair, options) as [Found, Found];
    return answer(compare(left, right));
  };
}

const contains: Operator = (document, operand, options) => {
  const [item, list] = evalExpr(document, pairFor('$in', operand), options) as [Found, Found];
  if (!Array.isArray(list)) {
    throw new Error(`$in requires an array as a second argument, found: ${typeName(list)}`);
  }
  return list.some((candidate) => equal(candidate, item));
};

function single(operand: unknown): unknown {
  return Array.isArray(operand) && operand.length === 1 ? (operand as unknown[])[0] : operand;
}

const size: Operator = (document, operand, options) => {
  const value = evalExpr(document, single(operand), options) as Found;
  if (Array.isArray(value)) return value.length;
  throw new Error(`The argument to $size must be an array, but was of type: ${typeName(value)}`);
};

const type: Operator = (document, operand, options) =>
  typeName(evalExpr(document, single(operand), options) as Found);

/** Expression operators whose mingo version answers differently from MongoDB. */
export const expressionPatches: Record<`$${string}`, Operator> = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
  $in: contains,
  $size: size,
  $type: type,
};
