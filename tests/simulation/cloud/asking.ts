import {
  type Document,
  fieldOf,
  type Found,
  isDocument,
  type Value,
} from '../../../emulator/database/bson/value';
import { compileQuery } from '../../../emulator/database/query/compile';
import type { Matcher } from '../../../emulator/database/query/test';

type Test = (value: Found) => boolean;

const isText = (value: Found): value is string => typeof value === 'string';
const isNumber = (value: Found): value is number =>
  typeof value === 'number' && !Number.isNaN(value);

/** A comparison with a number, which nothing but a number stands. */
const ordered =
  (holds: (value: number, limit: number) => boolean) =>
  (limit: Value): Test | undefined =>
    isNumber(limit) ? (value) => isNumber(value) && holds(value, limit) : undefined;

const OPERATORS: Readonly<Record<string, (operand: Value) => Test | undefined>> = {
  $lt: ordered((value, limit) => value < limit),
  $lte: ordered((value, limit) => value <= limit),
  $gt: ordered((value, limit) => value > limit),
  $in: (choices) =>
    Array.isArray(choices) && choices.every((choice) => isText(choice))
      ? (value) => isText(value) && choices.includes(value)
      : undefined,
};

const testOf = (operand: Value): Test | undefined => {
  if (isText(operand) || isNumber(operand) || typeof operand === 'boolean') {
    return (value) => value === operand;
  }
  if (!isDocument(operand)) return undefined;
  const [operator = '', another] = Object.keys(operand);
  return another === undefined ? OPERATORS[operator]?.(operand[operator] as Value) : undefined;
};

const matcherAt = (path: string, operand: Value): Matcher => {
  const test = path.includes('.') || path.startsWith('$') ? undefined : testOf(operand);
  if (!test) return compileQuery({ [path]: operand });
  return (document) => {
    const value = fieldOf(document, path);
    return Array.isArray(value) ? value.some(test) : test(value);
  };
};

/**
 * Whether a document is as a query says. The usual conditions are asked as they stand; whatever is unusual is compiled
 * by the emulator.
 */
export const asking = (query: Document): Matcher => {
  const matchers: Matcher[] = [];
  for (const path in query) matchers.push(matcherAt(path, query[path] as Value));
  const [first, another] = matchers;
  if (first && !another) return first;
  return (document) => matchers.every((matches) => matches(document));
};
