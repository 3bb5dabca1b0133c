import { leavesAt } from '../bson/path';
import { type Document, fieldOf, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';
import { matchedIndex } from '../update/positional';
import { placeAt } from '../update/place';
import { type ArrayProjection, elemMatch, slice } from './arrays';
import { exclude, include, pathTree } from './tree';

/** Makes the answered form of a document. */
export type Projection = (document: Document) => Document;

interface Parts {
  included: string[];
  excluded: string[];
  /** `$slice` and `$elemMatch` by path. */
  arrays: [path: string, projection: ArrayProjection][];
  /** Paths whose matched element alone is wanted (`items.$`). */
  positional: string[];
  id: boolean | undefined;
}

const ARRAY_OPERATORS: Record<string, (operand: Value) => ArrayProjection> = {
  $slice: slice,
  $elemMatch: elemMatch,
};

function readArrayOperator(parts: Parts, path: string, operand: Document): void {
  const [operator = ''] = Object.keys(operand);
  const compile = Object.hasOwn(ARRAY_OPERATORS, operator) ? ARRAY_OPERATORS[operator] : undefined;
  if (!compile) throw requestFailed(`Unsupported projection option: ${path}: { ${operator} }`);
  parts.arrays.push([path, compile(fieldOf(operand, operator) ?? null)]);
  if (operator === '$elemMatch') parts.included.push(path);
}

function readFlag(parts: Parts, path: string, wanted: boolean): void {
  if (path === '_id') parts.id = wanted;
  else if (wanted && path.endsWith('.$')) parts.positional.push(path.slice(0, -2));
  else (wanted ? parts.included : parts.excluded).push(path);
}

function readParts(projection: Document): Parts {
  const parts: Parts = { included: [], excluded: [], arrays: [], positional: [], id: undefined };
  for (const [path, operand] of Object.entries(projection)) {
    if (isDocument(operand)) readArrayOperator(parts, path, operand);
    else readFlag(parts, path, Boolean(operand));
  }
  if (parts.included.length + parts.positional.length > 0 && parts.excluded.length > 0) {
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion.');
  }
  return parts;
}

/** `$slice` alone keeps all other fields; an inclusion beside it keeps the sliced array too. */
function selector({ included, excluded, arrays, positional, id }: Parts): Projection {
  const isInclusion =
    included.length + positional.length > 0 ||
    (id === true && excluded.length + arrays.length === 0);
  if (!isInclusion) {
    const tree = pathTree(id === false ? ['_id', ...excluded] : excluded);
    return (document) => exclude(document, tree);
  }
  const paths = new Set([...included, ...positional, ...arrays.map(([path]) => path)]);
  if (id !== false) paths.add('_id');
  const tree = pathTree([...paths]);
  return (document) => include(document, tree);
}

function projectArray(document: Document, path: string, projection: ArrayProjection): void {
  const [value] = leavesAt(document, path).found;
  if (value === undefined) return;
  const projected = projection(value);
  const place = placeAt(document, path);
  if (projected === undefined) place.remove();
  else place.set(projected);
}

/** Compiles a find projection; the query decides which element a positional `$` means. */
export function compileProjection(projection: Document, query: Document): Projection {
  const parts = readParts(projection);
  const select = selector(parts);
  return (document) => {
    const result = select(document);
    for (const path of parts.positional) {
      const index = matchedIndex(document, path, query);
      projectArray(result, path, (value) =>
        Array.isArray(value) ? value.slice(index, index + 1) : value,
      );
    }
    for (const [path, operator] of parts.arrays) projectArray(result, path, operator);
    return result;
  };
}
