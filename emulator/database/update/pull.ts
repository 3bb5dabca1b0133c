import { type Found, isDocument, RegularExpression, type Value } from '../bson/value';
import { equal } from '../bson/order';
import { writeFailed } from '../errors';
import { compileQuery, compileValueTest, isOperatorObject } from '../query/compile';
import type { UpdateOperator } from './operator';

/** What is pulled: values meeting operators, sub-documents matching a query, or equal values. */
function pulls(operand: Value): (item: Found) => boolean {
  if (isOperatorObject(operand) || operand instanceof RegularExpression)
    return compileValueTest(operand);
  if (!isDocument(operand)) return (item) => equal(item, operand);
  const matches = compileQuery(operand);
  return (item) => isDocument(item) && matches(item);
}

/** `$pull`: removes every element that meets the condition. */
export const pull: UpdateOperator = (place, operand) => {
  const { value } = place;
  if (value === undefined) return;
  if (!Array.isArray(value)) throw writeFailed('Cannot apply $pull to a non-array value');
  const isPulled = pulls(operand);
  place.set(value.filter((item) => !isPulled(item)));
};
