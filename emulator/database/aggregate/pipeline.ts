import type { Document } from '../bson/value';
import { bucket } from './bucket';
import { lookupStage } from './lookup';
import { match } from './match';
import { mingoStage } from './mingoStage';
import { project } from './project';
import { count, limit, sample, skip, sort } from './simpleStages';
import type { StageRunner, StageSituation } from './stage';
import type { Stage } from './stages';
import { unwind } from './unwind';

const RUNNERS: Record<string, StageRunner> = {
  $bucket: bucket,
  $count: count,
  $limit: limit,
  $lookup: lookupStage(runPipeline),
  $match: match,
  $project: project,
  $sample: sample,
  $skip: skip,
  $sort: sort,
  $unwind: unwind,
};

/** Runs stages one after the other; those without an own runner are mingo's. */
export function runPipeline(
  documents: Document[],
  stages: readonly Stage[],
  situation: StageSituation,
): Document[] {
  return stages.reduce((input, { operator, operand }) => {
    const run = RUNNERS[operator] ?? mingoStage(operator);
    return run(input, operand, situation);
  }, documents);
}
