import { typeName } from '../bson/types';
import { isDocument, type Value } from '../bson/value';
import { writeFailed } from '../errors';
import type { UpdateOperator } from './operator';
import type { Place } from './place';

const OPERATIONS: Record<string, (current: bigint, operand: bigint) => bigint> = {
  and: (current, operand) => current & operand,
  or: (current, operand) => current | operand,
  xor: (current, operand) => current ^ operand,
};

function currentInteger({ value, path, owner }: Place): bigint {
  if (value === undefined) return 0n;
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  throw writeFailed(
    `Cannot apply $bit to a value of non-integral type.${owner} has the field ${path} of non-integer type ${typeName(value)}`,
  );
}

function applyOne(current: bigint, name: string, operand: Value): bigint {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) {
    throw writeFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  }
  if (typeof operand !== 'number' || !Number.isInteger(operand)) {
    throw writeFailed(
      `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(operand)}' is not supported here`,
    );
  }
  return operation(current, BigInt(operand));
}

/** `$bit`: and, or, xor on integers, in the order given; a missing field counts as 0. */
export const bit: UpdateOperator = (place, operand) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw writeFailed(`The $bit modifier is not compatible with a ${typeName(operand)}`);
  }
  const result = Object.entries(operand).reduce(
    (current, [name, value]) => applyOne(current, name, value),
    currentInteger(place),
  );
  place.set(Number(result));
};
