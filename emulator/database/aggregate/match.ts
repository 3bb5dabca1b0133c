import { type Document, fieldOf, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { compileQuery } from '../query/compile';
import { evaluatorWith } from './evaluator';
import { isTrue } from './expression';
import type { StageRunner } from './stage';

/** The operand of `$match`, which must be a query. */
export function matchQuery(operand: Value): Document {
  if (!isDocument(operand))
    throw requestFailed('the match filter must be an expression in an object');
  return operand;
}

/** `$match`; a top-level `$expr` may use the variables of an enclosing `$lookup`. */
export const match: StageRunner = (documents, operand, { variables }) => {
  const { $expr: expression, ...query } = matchQuery(operand);
  const matches = compileQuery(query);
  const found = documents.filter((document) => matches(document));
  if (fieldOf(matchQuery(operand), '$expr') === undefined) return found;
  const evaluate = evaluatorWith(variables);
  return found.filter((document) => isTrue(evaluate(document, expression ?? null)));
};
