import { arithmeticOperator } from './arithmetic';

/** `$inc`: adds; a missing field counts as 0. */
export const inc = arithmeticOperator({
  operator: '$inc',
  verb: 'increment',
  missingAs: 0,
  calculate: (current, operand) => current + operand,
});
