import { leavesAt, openedLeaves } from '../bson/path';
import {
  type Document,
  fieldOf,
  type Found,
  isDocument,
  RegularExpression,
  type Value,
} from '../bson/value';
import { notEmulated, requestFailed } from '../errors';
import { expressionMatcher } from '../aggregate/expression';
import { arrayOperators } from './arrays';
import { elementOperators } from './element';
import { equalityOf, equalityOperators } from './equality';
import { orderingOperators } from './ordering';
import { regexTest } from './regex';
import {
  anyOpened,
  type FieldTest,
  type Matcher,
  type Nested,
  type OperatorCompiler,
} from './test';

const NOT_EMULATED = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$geoNear',
  '$where',
  '$text',
  '$jsonSchema',
  '$bitsAllSet',
  '$bitsAnySet',
  '$bitsAllClear',
  '$bitsAnyClear',
]);

const not: OperatorCompiler = (operand, { condition }) => {
  if (!(operand instanceof RegularExpression) && !isDocument(operand)) {
    throw requestFailed('$not needs a regex or a document');
  }
  const test = condition(operand);
  return (candidates) => !test(candidates);
};

const operators: Record<string, OperatorCompiler> = {
  ...equalityOperators,
  ...orderingOperators,
  ...arrayOperators,
  ...elementOperators,
  $not: not,
};

const nested: Nested = { query: compileQuery, condition: compileCondition };

function unknown(operator: string): Error {
  return NOT_EMULATED.has(operator)
    ? notEmulated(operator)
    : requestFailed(`unknown operator: ${operator}`);
}

function compileOperators(operand: Document): FieldTest {
  const tests = Object.entries(operand).flatMap(([operator, value]) => {
    if (operator === '$options') return [];
    if (operator === '$regex') return [regexTest(value, fieldOf(operand, '$options'))];
    const compile = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
    if (!compile) throw unknown(operator);
    return [compile(value, nested)];
  });
  return (candidates) => tests.every((holds) => holds(candidates));
}

/** Whether an operand is a set of operators (`{$gt: 1}`) and not a value to be equal to. */
export function isOperatorObject(operand: Value): operand is Document {
  return isDocument(operand) && (Object.keys(operand)[0] ?? '').startsWith('$');
}

/** Compiles what stands beside one field. */
function compileCondition(operand: Value): FieldTest {
  return isOperatorObject(operand) ? compileOperators(operand) : anyOpened(equalityOf(operand));
}

/** A condition as a test of one value, arrays inside it not opened: what `$pull` asks of each element. */
export function compileValueTest(operand: Value): (value: Found) => boolean {
  const holds = compileCondition(operand);
  return (value) => holds({ leaves: [value], opened: [value] });
}

function compileField(path: string, operand: Value): Matcher {
  const holds = compileCondition(operand);
  return (document) => {
    const leaves = leavesAt(document, path).found;
    return holds({ leaves, opened: openedLeaves(leaves) });
  };
}

/** What stands beside a combinator, and the variables its expressions may use. */
type Combinator = (operand: Value, variables: Document) => Matcher;

type Combine = (matchers: readonly Matcher[]) => Matcher;

function combinator(operator: string, combine: Combine): Combinator {
  return (operand, variables) => {
    if (!Array.isArray(operand) || operand.length === 0) {
      throw requestFailed(`${operator} must be a nonempty array`);
    }
    const branches = operand.map((branch) => {
      if (!isDocument(branch)) throw requestFailed(`${operator} entries need to be full objects`);
      return compileQuery(branch, variables);
    });
    return combine(branches);
  };
}

const combinators: Record<string, Combinator> = {
  $and: combinator('$and', (all) => (document) => all.every((matches) => matches(document))),
  $or: combinator('$or', (any) => (document) => any.some((matches) => matches(document))),
  $nor: combinator('$nor', (none) => (document) => !none.some((matches) => matches(document))),
  $expr: expressionMatcher,
  $comment: () => () => true,
};

function compileEntry([key, operand]: [string, Value], variables: Document): Matcher {
  if (!key.startsWith('$')) return compileField(key, operand);
  const combine = Object.hasOwn(combinators, key) ? combinators[key] : undefined;
  if (combine) return combine(operand, variables);
  throw NOT_EMULATED.has(key)
    ? notEmulated(key)
    : requestFailed(`unknown top level operator: ${key}`);
}

/**
 * Compiles a query; operators that MongoDB or this emulator does not know are refused by name.
 * `variables` are those that `$expr` may use inside a `$lookup`.
 */
export function compileQuery(query: Document, variables: Document = {}): Matcher {
  const parts = Object.entries(query).map((entry) => compileEntry(entry, variables));
  return (document) => parts.every((matches) => matches(document));
}
