import { type Document, type Found, isDocument, type Value } from '../bson/value';
import { requestFailed } from '../errors';

/** Dotted paths as a tree; `true` marks where a path ends. */
export type PathTree = Map<string, PathTree | true>;

/** Builds the tree; a path inside another one is refused. */
export function pathTree(paths: readonly string[]): PathTree {
  const root: PathTree = new Map();
  for (const path of paths) plant(root, path);
  return root;
}

function plant(root: PathTree, path: string): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const branch = parts.reduce<PathTree>((tree, part) => {
    const next = tree.get(part) ?? new Map<string, PathTree | true>();
    if (next === true) throw requestFailed(`Path collision at ${path}`);
    tree.set(part, next);
    return next;
  }, root);
  if (branch.has(last)) throw requestFailed(`Path collision at ${path}`);
  branch.set(last, true);
}

function included(value: Value, tree: PathTree): Found {
  if (Array.isArray(value)) {
    return value.map((item) => included(item, tree)).filter((item) => item !== undefined);
  }
  return isDocument(value) ? include(value, tree) : undefined;
}

/** Only what the paths name, in the document's own order; through arrays of documents. */
export function include(document: Document, tree: PathTree): Document {
  const result: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const branch = tree.get(field);
    const kept =
      branch === undefined || branch === true ? branch && value : included(value, branch);
    if (kept !== undefined) result[field] = kept;
  }
  return result;
}

function excluded(value: Value, tree: PathTree): Value {
  if (Array.isArray(value)) return value.map((item) => excluded(item, tree));
  return isDocument(value) ? exclude(value, tree) : value;
}

/** Everything but what the paths name; through arrays of documents. */
export function exclude(document: Document, tree: PathTree): Document {
  const result: Document = {};
  for (const [field, value] of Object.entries(document)) {
    const branch = tree.get(field);
    if (branch === true) continue;
    result[field] = branch ? excluded(value, branch) : value;
  }
  return result;
}
