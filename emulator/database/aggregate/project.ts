import { type Document, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { exclude, include, pathTree } from '../projection/tree';
import { placeAt } from '../update/place';
import { evaluatorWith } from './expression';
import type { StageRunner } from './stage';

interface Parts {
  included: string[];
  excluded: string[];
  computed: [path: string, operand: Value][];
  keepsId: boolean;
}

function isFlag(operand: Value): boolean {
  return typeof operand === 'number' || typeof operand === 'boolean';
}

function isNested(operand: Value): operand is Document {
  return isDocument(operand) && !Object.keys(operand).some((key) => key.startsWith('$'));
}

function readField(parts: Parts, path: string, operand: Value): void {
  if (path === '_id' && isFlag(operand)) parts.keepsId = Boolean(operand);
  else if (isFlag(operand)) (operand ? parts.included : parts.excluded).push(path);
  else if (isNested(operand)) readFields(parts, operand, `${path}.`);
  else parts.computed.push([path, operand]);
}

function readFields(parts: Parts, fields: Document, prefix: string): void {
  if (Object.keys(fields).length === 0) throw requestFailed('an empty object is not a valid value');
  for (const [field, operand] of Object.entries(fields))
    readField(parts, `${prefix}${field}`, operand);
}

function readParts(operand: Value): Parts {
  const parts: Parts = { included: [], excluded: [], computed: [], keepsId: true };
  if (!isDocument(operand)) throw requestFailed('$project specification must be an object');
  readFields(parts, operand, '');
  if (parts.excluded.length > 0 && parts.included.length + parts.computed.length > 0) {
    throw requestFailed(
      'Bad projection specification, cannot exclude fields other than _id in an inclusion projection',
    );
  }
  return parts;
}

/** `$project`: inclusion with computed fields, or exclusion; `_id` stays first unless it is excluded. */
export const project: StageRunner = (documents, operand, { variables }) => {
  const { included, excluded, computed, keepsId } = readParts(operand);
  const evaluate = evaluatorWith(variables);
  if (included.length + computed.length === 0) {
    const isExclusion = excluded.length > 0 || !keepsId;
    const tree = pathTree(keepsId ? (isExclusion ? excluded : ['_id']) : ['_id', ...excluded]);
    return documents.map((document) =>
      isExclusion ? exclude(document, tree) : include(document, tree),
    );
  }
  const computesId = computed.some(([path]) => path === '_id');
  const tree = pathTree(keepsId && !computesId ? ['_id', ...included] : included);
  return documents.map((document) => {
    const result = include(document, tree);
    for (const [path, expression] of computed) {
      const value = evaluate(document, expression);
      if (value !== undefined) placeAt(result, path).set(value);
    }
    return result;
  });
};
