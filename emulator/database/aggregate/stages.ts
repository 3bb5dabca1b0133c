import { type Document, fieldOf, isDocument, type Value } from '../bson/value';
import { notEmulated, requestFailed } from '../errors';

/** One step of a pipeline: its operator and what stands beside it. */
export interface Stage {
  operator: string;
  operand: Value;
}

/** Every stage the SDKs can build besides `$geoNear`. */
const KNOWN = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
]);

const NOT_EMULATED = new Set([
  '$geoNear',
  '$facet',
  '$graphLookup',
  '$collStats',
  '$indexStats',
  '$out',
  '$merge',
  '$redact',
  '$unionWith',
]);

function checked(stage: Stage): Stage {
  if (KNOWN.has(stage.operator)) return stage;
  if (NOT_EMULATED.has(stage.operator)) throw notEmulated(stage.operator);
  throw requestFailed(`Unrecognized pipeline stage name: '${stage.operator}'`);
}

/** Checks stages by name; those this emulator does not imitate are named in the error. */
export function checkedStages(stages: readonly Stage[]): Stage[] {
  return stages.map(checked);
}

/** Reads a pipeline nested in a stage, such as that of `$lookup`. */
export function nestedPipeline(operand: Value | undefined): Stage[] {
  if (operand === undefined) return [];
  if (!Array.isArray(operand)) throw requestFailed('a pipeline must be an array');
  return operand.map((stage) => {
    const [operator, extra] = isDocument(stage) ? Object.keys(stage) : [];
    if (!operator || extra !== undefined) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    }
    return checked({ operator, operand: fieldOf(stage as Document, operator) ?? null });
  });
}
