import { arithmeticOperator } from './arithmetic';

/** `$mul`: multiplies; a missing field becomes 0. */
export const mul = arithmeticOperator({
  operator: '$mul',
  verb: 'multiply',
  missingAs: 0,
  calculate: (current, operand) => current * operand,
});
