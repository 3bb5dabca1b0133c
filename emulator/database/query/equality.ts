import { equal } from '../bson/order';
import { type Found, RegularExpression, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { toRegExp } from './regex';
import { anyOpened, type FieldTest, type OperatorCompiler } from './test';

/** One value against one operand: null also means missing, a regular expression also means what it matches. */
export function equalityOf(operand: Value): (value: Found) => boolean {
  if (operand === null) return (value) => value === null || value === undefined;
  if (!(operand instanceof RegularExpression)) return (value) => equal(value, operand);
  const expression = toRegExp(operand);
  return (value) => (typeof value === 'string' ? expression.test(value) : equal(value, operand));
}

const eq: OperatorCompiler = (operand) => anyOpened(equalityOf(operand));

const inList: OperatorCompiler = (operand) => {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array');
  const choices = operand.map((choice) => equalityOf(choice));
  return anyOpened((value) => choices.some((matches) => matches(value)));
};

function not(test: FieldTest): FieldTest {
  return (candidates) => !test(candidates);
}

/** `$eq`, `$ne`, `$in`, `$nin`; the negative ones hold only when no element of an array matches. */
export const equalityOperators: Record<string, OperatorCompiler> = {
  $eq: eq,
  $ne: (operand, nested) => not(eq(operand, nested)),
  $in: inList,
  $nin: (operand, nested) => {
    if (!Array.isArray(operand)) throw requestFailed('$nin needs an array');
    return not(inList(operand, nested));
  },
};
