import type { Document, Found, Value } from '../bson/value';
import { evaluate, type EvaluationOptions, expressionContext } from './expression';

/** Evaluates an expression against a document. */
export type Evaluate = (document: Document, operand: Value) => Found;

/** An evaluator that knows the variables of an enclosing `$lookup`. */
export function evaluatorWith(variables: Document): Evaluate {
  const options = { context: expressionContext, variables } as EvaluationOptions;
  return (document, operand) => evaluate(document, operand, options);
}
