import type { Document } from '../bson/value';
import { matchQuery } from './match';
import { runPipeline } from './pipeline';
import type { Source } from './source';
import { checkedStages, type Stage } from './stages';

/** Runs a pipeline over a collection; a leading `$match` narrows what is read from it. */
export function aggregate(
  collection: string,
  pipeline: readonly Stage[],
  source: Source,
): Document[] {
  const stages = checkedStages(pipeline);
  const [first, ...rest] = stages;
  const situation = { source, variables: {} };
  if (first?.operator !== '$match')
    return runPipeline(source.find(collection, {}), stages, situation);
  return runPipeline(source.find(collection, matchQuery(first.operand)), rest, situation);
}
