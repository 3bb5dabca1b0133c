import { leavesAt } from '../bson/path';
import { copy, type Document, isDocument, type Value } from '../bson/value';
import { notEmulated, writeFailed } from '../errors';
import { compileQuery } from '../query/compile';
import { placeAt } from './place';

/** The parts of a query, `$and` opened, that speak about an array or what is inside it. */
function conditionsOn(arrayPath: string, query: Document): Document[] {
  return Object.entries(query).flatMap(([key, operand]) => {
    if (key === '$and' && Array.isArray(operand)) {
      return operand.filter(isDocument).flatMap((part) => conditionsOn(arrayPath, part));
    }
    return key === arrayPath || key.startsWith(`${arrayPath}.`) ? [{ [key]: operand }] : [];
  });
}

function arrayAt(document: Document, path: string): Value[] {
  const [value] = leavesAt(document, path).found;
  return Array.isArray(value) ? value : [];
}

/** The first element of an array that alone satisfies what the query asked of it; none is an error. */
export function matchedIndex(document: Document, arrayPath: string, query: Document): number {
  const conditions = conditionsOn(arrayPath, query);
  const matchers = conditions.map((condition) => compileQuery(condition));
  const index = arrayAt(document, arrayPath).findIndex((element) => {
    const alone = copy(document);
    placeAt(alone, arrayPath).set([element]);
    return matchers.every((matches) => matches(alone));
  });
  if (conditions.length > 0 && index >= 0) return index;
  throw writeFailed('The positional operator did not find the match needed from the query.');
}

function expandAll(document: Document, before: string, after: string): string[] {
  return arrayAt(document, before).flatMap((_element, i) => [`${before}.${i}${after}`]);
}

/** The plain paths a path with `$` (the matched element) or `$[]` (every element) stands for. */
export function plainPaths(document: Document, path: string, query: Document): string[] {
  const found = /^(.+?)\.(\$(?:\[(.*?)\])?)(?=\.|$)(.*)$/.exec(path);
  if (!found) return [path];
  const [, before = '', operator, filter, after = ''] = found;
  if (filter) throw notEmulated(`array filter $[${filter}]`);
  const next =
    operator === '$'
      ? [`${before}.${matchedIndex(document, before, query)}${after}`]
      : expandAll(document, before, after);
  return next.flatMap((expanded) => plainPaths(document, expanded, query));
}
