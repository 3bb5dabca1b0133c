import { compare } from '../bson/order';
import { type Document, fieldOf, type Found, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { evaluatorWith } from './expression';
import { mingoStage } from './mingoStage';
import type { StageRunner } from './stage';

interface Buckets {
  groupBy: Value;
  boundaries: Value[];
  fallback: Found;
  output: Document;
}

function readBuckets(operand: Value): Buckets {
  const options = isDocument(operand) ? operand : {};
  const boundaries = fieldOf(options, 'boundaries');
  const output = fieldOf(options, 'output') ?? { count: { $sum: 1 } };
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed("The $bucket 'boundaries' field must have at least 2 values");
  }
  if (boundaries.some((value, i) => i > 0 && compare(boundaries[i - 1], value) >= 0)) {
    throw requestFailed("The 'boundaries' option to $bucket must be sorted");
  }
  if (!isDocument(output)) throw requestFailed("The $bucket 'output' field must be an object");
  const groupBy = fieldOf(options, 'groupBy') ?? null;
  return { groupBy, boundaries, output, fallback: fieldOf(options, 'default') };
}

/** A value on a boundary belongs to the bucket that starts there; the last boundary starts none. */
function bucketFor(value: Found, { boundaries, fallback }: Buckets): Value {
  const last = boundaries.at(-1);
  const start = boundaries.filter((boundary) => compare(value, boundary) >= 0).at(-1);
  if (start !== undefined && compare(value, last) < 0) return start;
  if (fallback !== undefined) return fallback;
  throw requestFailed(
    '$switch could not find a matching branch for an input, and no default was specified.',
  );
}

const group = mingoStage('$group');

/** `$bucket`: groups by ranges of a value, in the order of the ranges. */
export const bucket: StageRunner = (documents, operand, situation) => {
  const buckets = readBuckets(operand);
  const evaluate = evaluatorWith(situation.variables);
  const members = new Map<Value, Document[]>();
  for (const document of documents) {
    const start = bucketFor(evaluate(document, buckets.groupBy), buckets);
    const inside = members.get(start);
    if (inside) inside.push(document);
    else members.set(start, [document]);
  }
  return [...members]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([start, inside]) =>
      group(inside, { _id: null, ...buckets.output }, situation).map((result) => ({
        ...result,
        _id: start,
      })),
    );
};
