import type { Document } from '../bson/value';
import { matchQuery } from './match';
import { runPipeline } from './pipeline';
import type { Source } from './source';
import { checkedStages, type Stage } from './stages';
import { windowOf } from './window';

/** Runs a pipeline over a collection; a leading `$match`, `$sort` and `$limit` narrow what is read from it. */
export function aggregate(
  collection: string,
  pipeline: readonly Stage[],
  source: Source,
): Document[] {
  const stages = checkedStages(pipeline);
  const [first, ...rest] = stages;
  const situation = { source, variables: {} };
  if (first?.operator !== '$match')
    return runPipeline(source.find(collection, {}, windowOf(stages)), stages, situation);
  const found = source.find(collection, matchQuery(first.operand), windowOf(rest));
  return runPipeline(found, rest, situation);
}
