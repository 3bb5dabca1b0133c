import { RegularExpression, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { anyOpened, type OperatorCompiler } from './test';

/** MongoDB's option letters that JavaScript also has; `x` (free spacing) is resolved by hand. */
const SHARED_FLAGS = /[^imsu]/g;

function withoutFreeSpacing(pattern: string): string {
  return pattern.replace(/\\.|#.*$|\s+/gm, (piece) => (piece.startsWith('\\') ? piece : ''));
}

/** The JavaScript expression for a stored one; an invalid pattern is refused as MongoDB refuses it. */
export function toRegExp({ pattern, options }: RegularExpression): RegExp {
  const source = options.includes('x') ? withoutFreeSpacing(pattern) : pattern;
  try {
    return new RegExp(source, options.replace(SHARED_FLAGS, ''));
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${String(error)}`);
  }
}

function expressionFrom(operand: Value, options: string): RegularExpression {
  if (operand instanceof RegularExpression) {
    return new RegularExpression(operand.pattern, options || operand.options);
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
  return new RegularExpression(operand, options);
}

/** `$regex` with its `$options`; only strings match. */
export function regexTest(
  operand: Value,
  options: Value | undefined,
): ReturnType<OperatorCompiler> {
  const expression = toRegExp(expressionFrom(operand, typeof options === 'string' ? options : ''));
  return anyOpened((value) => typeof value === 'string' && expression.test(value));
}
