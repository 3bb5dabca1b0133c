import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as pipeline from 'mingo/operators/pipeline';
import type { Document, Value } from '../bson/value';
import { requestFailed } from '../errors';
import { expressionContext } from './expression';
import type { StageSituation } from './stage';

const context = Context.from(expressionContext, Context.init({ pipeline }));

/** Runs one stage with mingo; an operator's own error becomes a refused request. */
export function mingoStage(operator: string) {
  return (documents: Document[], operand: Value, { variables }: StageSituation): Document[] => {
    try {
      const aggregator = new Aggregator([{ [operator]: operand }], { context, variables });
      return aggregator.run<Document>(documents);
    } catch (error) {
      throw requestFailed(error instanceof Error ? error.message : String(error));
    }
  };
}
