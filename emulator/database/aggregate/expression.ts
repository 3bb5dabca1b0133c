import { Context, evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import { requestFailed } from '../errors';
import type { Document, Found, Value } from '../bson/value';
import type { Matcher } from '../query/test';
import { expressionPatches } from './expressionPatches';

type EvaluationOptions = Parameters<typeof evalExpr>[2];

/** mingo's expression operators with MongoDB's answers where mingo gives others (cloud-protocol 4.1). */
export const expressionContext = Context.init({
  accumulator,
  expression: { ...expression, ...expressionPatches },
});

/** Evaluates an expression against a document. */
export type Evaluate = (document: Document, operand: Value) => Found;

/** An evaluator that knows some variables; an operator's own error becomes a refused request. */
export function evaluatorWith(variables: Document): Evaluate {
  const options = { context: expressionContext, variables } as EvaluationOptions;
  return (document, operand) => {
    try {
      return evalExpr(document, operand, options) as Found;
    } catch (error) {
      throw requestFailed(error instanceof Error ? error.message : String(error));
    }
  };
}

/** MongoDB's truth: false, null, missing and 0 are false, everything else is true. */
function isTrue(value: Found): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}

/** Compiles the operand of `$expr`. */
export function expressionMatcher(operand: Value, variables: Document): Matcher {
  const evaluate = evaluatorWith(variables);
  return (document) => isTrue(evaluate(document, operand));
}
