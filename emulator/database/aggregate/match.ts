import { type Document, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { compileQuery } from '../query/compile';
import type { StageRunner } from './stage';

/** The operand of `$match`, which must be a query. */
export function matchQuery(operand: Value): Document {
  if (!isDocument(operand))
    throw requestFailed('the match filter must be an expression in an object');
  return operand;
}

/** `$match`; its expressions may use the variables of an enclosing `$lookup`. */
export const match: StageRunner = (documents, operand, { variables }) =>
  documents.filter(compileQuery(matchQuery(operand), variables));
