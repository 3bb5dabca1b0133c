import { randomInt } from 'node:crypto';
import { typeName } from '../bson/types';
import { fieldOf, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { sortDocuments, sortFields } from '../query/sort';
import type { StageRunner } from './stage';

function nonNegative(operand: Value, stage: string): number {
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) return operand;
  throw requestFailed(`invalid argument to ${stage} stage: Expected a non-negative number`);
}

/** `$limit`; zero is refused. */
export const limit: StageRunner = (documents, operand) => {
  const most = nonNegative(operand, '$limit');
  if (most === 0) throw requestFailed('the limit must be positive');
  return documents.slice(0, most);
};

/** `$skip`. */
export const skip: StageRunner = (documents, operand) =>
  documents.slice(nonNegative(operand, '$skip'));

/** `$count`: one document, or none when nothing reached it. */
export const count: StageRunner = (documents, operand) => {
  if (typeof operand !== 'string' || operand === '' || /^\$|\./.test(operand)) {
    throw requestFailed('the count field must be a non-empty string without $ and .');
  }
  return documents.length > 0 ? [{ [operand]: documents.length }] : [];
};

/** `$sort`, in MongoDB's order of all types. */
export const sort: StageRunner = (documents, operand) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw requestFailed('$sort stage must have at least one sort key');
  }
  return sortDocuments(documents, sortFields(operand), (document) => document);
};

/** `$sample`: that many different documents by chance. */
export const sample: StageRunner = (documents, operand) => {
  const size = isDocument(operand) ? fieldOf(operand, 'size') : undefined;
  if (typeof size !== 'number' || size < 0) {
    throw requestFailed(
      `size argument to $sample must be a non-negative number, not ${typeName(size)}`,
    );
  }
  const pool = [...documents];
  const wanted = Math.min(size, pool.length);
  return Array.from({ length: wanted }, () => pool.splice(randomInt(pool.length), 1)).flat();
};
