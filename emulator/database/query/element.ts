import { typeName } from '../bson/types';
import type { Found, Value } from '../bson/value';
import { requestFailed } from '../errors';
import { anyOpened, type OperatorCompiler } from './test';

const TYPE_NUMBERS: Record<string, string> = {
  '1': 'double',
  '2': 'string',
  '3': 'object',
  '4': 'array',
  '5': 'binData',
  '6': 'undefined',
  '7': 'objectId',
  '8': 'bool',
  '9': 'date',
  '10': 'null',
  '11': 'regex',
  '16': 'int',
  '18': 'long',
  '19': 'decimal',
};

const TYPE_NAMES = new Set([...Object.values(TYPE_NUMBERS), 'number']);
const NUMBER_TYPES = new Set(['int', 'long', 'double']);

function typeTest(operand: Value): (value: Found) => boolean {
  const alias = typeof operand === 'number' ? TYPE_NUMBERS[operand] : operand;
  if (typeof alias !== 'string' || !TYPE_NAMES.has(alias)) {
    throw requestFailed(`Unknown type name alias: ${String(operand)}`);
  }
  if (alias === 'number') return (value) => NUMBER_TYPES.has(typeName(value));
  return (value) => typeName(value) === alias;
}

const type: OperatorCompiler = (operand) => {
  const choices = (Array.isArray(operand) ? operand : [operand]).map((choice) => typeTest(choice));
  return anyOpened((value) => choices.some((matches) => matches(value)));
};

const exists: OperatorCompiler = (operand) => {
  const wanted = Boolean(operand);
  return ({ leaves }) => leaves.some((leaf) => leaf !== undefined) === wanted;
};

const mod: OperatorCompiler = (operand) => {
  const [divisor, remainder] = Array.isArray(operand) ? operand : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number') {
    throw requestFailed('malformed mod, not enough elements');
  }
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0');
  return anyOpened(
    (value) =>
      typeof value === 'number' &&
      Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder),
  );
};

/** `$exists`, `$type`, `$mod`. */
export const elementOperators: Record<string, OperatorCompiler> = {
  $exists: exists,
  $type: type,
  $mod: mod,
};
