import { Context, evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import { requestFailed } from '../errors';
import type { Document, Found, Value } from '../bson/value';
import { expressionPatches } from './expressionPatches';

/** What mingo's operators take as their options. */
export type EvaluationOptions = Parameters<typeof evalExpr>[2];

/** mingo's expression operators with MongoDB's answers where mingo gives others (cloud-protocol 4.1). */
export const expressionContext = Context.init({
  accumulator,
  expression: { ...expression, ...expressionPatches },
});

const defaultOptions = { context: expressionContext } as EvaluationOptions;

/** Evaluates an aggregation expression against a document; an operator's own error becomes a refused request. */
export function evaluate(document: Document, operand: Value, options = defaultOptions): Found {
  try {
    return evalExpr(document, operand, options) as Found;
  } catch (error) {
    throw requestFailed(error instanceof Error ? error.message : String(error));
  }
}

/** MongoDB's truth: false, null, missing and 0 are false, everything else is true. */
export function isTrue(value: Found): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}

/** Compiles the operand of `$expr`. */
export function expressionMatcher(operand: Value): (document: Document) => boolean {
  return (document) => isTrue(evaluate(document, operand));
}
