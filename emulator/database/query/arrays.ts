import { fieldOf, type Found, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { equalityOf } from './equality';
import { anyOpened, type FieldTest, type Nested, type OperatorCompiler } from './test';

const LOGICAL = new Set(['$and', '$or', '$nor']);

function isValueCondition(operand: object): boolean {
  const [first] = Object.keys(operand);
  return first !== undefined && first.startsWith('$') && !LOGICAL.has(first);
}

/** A condition on one element: its own operators, or a query when the elements are documents. */
function elementTest(operand: Value, nested: Nested): (element: Found) => boolean {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  if (isValueCondition(operand)) {
    const test = nested.condition(operand);
    return (element) => test({ leaves: [element], opened: [element] });
  }
  const matches = nested.query(operand);
  return (element) => isDocument(element) && matches(element);
}

const elemMatch: OperatorCompiler = (operand, nested) => {
  const matches = elementTest(operand, nested);
  return ({ leaves }) => leaves.some((leaf) => Array.isArray(leaf) && leaf.some(matches));
};

const size: OperatorCompiler = (operand) => {
  if (typeof operand !== 'number') throw requestFailed('$size needs a number');
  return ({ leaves }) => leaves.some((leaf) => Array.isArray(leaf) && leaf.length === operand);
};

function allPart(operand: Value, nested: Nested): FieldTest {
  const condition = isDocument(operand) ? fieldOf(operand, '$elemMatch') : undefined;
  return condition === undefined ? anyOpened(equalityOf(operand)) : elemMatch(condition, nested);
}

const all: OperatorCompiler = (operand, nested) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const parts = operand.map((part) => allPart(part, nested));
  return (candidates) => parts.length > 0 && parts.every((holds) => holds(candidates));
};

/** `$all`, `$elemMatch`, `$size`. */
export const arrayOperators: Record<string, OperatorCompiler> = {
  $all: all,
  $elemMatch: elemMatch,
  $size: size,
};
