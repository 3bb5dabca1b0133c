import { type Document, fieldOf, type Found, isDocument, type Value } from './value';

/** What a dotted path leads to in one document. */
export interface Leaves {
  /** One entry for every place the path ends in; `undefined` where the last field is missing. */
  found: Found[];
  /** Whether an array was opened on the way or stands at the end. */
  throughArray: boolean;
}

const INDEX = /^\d+$/;

function walkArray(items: readonly Value[], parts: readonly string[], leaves: Leaves): void {
  leaves.throughArray = true;
  const [part = ''] = parts;
  const isIndex = INDEX.test(part);
  if (isIndex && items[Number(part)] !== undefined) {
    walk(items[Number(part)], parts.slice(1), leaves);
  }
  for (const item of items) {
    if (isDocument(item) && (!isIndex || Object.hasOwn(item, part))) walk(item, parts, leaves);
  }
}

function walk(value: Found, parts: readonly string[], leaves: Leaves): void {
  const [part] = parts;
  if (part === undefined) {
    if (Array.isArray(value)) leaves.throughArray = true;
    leaves.found.push(value);
  } else if (Array.isArray(value)) {
    walkArray(value, parts, leaves);
  } else {
    walk(isDocument(value) ? fieldOf(value, part) : undefined, parts.slice(1), leaves);
  }
}

/**
 * Follows a dotted path as MongoDB queries do: through every element of an array on the way,
 * or to one element where a part is its index. An array without sub-documents leads nowhere.
 */
export function leavesAt(document: Document, path: string): Leaves {
  if (!path.includes('.')) {
    const value = fieldOf(document, path);
    return { found: [value], throughArray: Array.isArray(value) };
  }
  const leaves: Leaves = { found: [], throughArray: false };
  walk(document, path.split('.'), leaves);
  return leaves;
}

/** The leaves with every array among them replaced by its elements. */
export function elementsOf(found: readonly Found[]): Found[] {
  return found.flatMap((value) => (Array.isArray(value) ? value : [value]));
}

/** The leaves, and the elements of every array among them: what a comparison looks at. */
export function openedLeaves(found: readonly Found[]): readonly Found[] {
  if (!found.some((value) => Array.isArray(value))) return found;
  return found.flatMap((value) => (Array.isArray(value) ? [...value, value] : [value]));
}
