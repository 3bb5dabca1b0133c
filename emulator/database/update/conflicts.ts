import { type Document, isDocument, type Value } from '../bson/value';
import { requestFailed, writeFailed } from '../errors';

/** One operator on one path, in the order the update was written. */
export interface Change {
  operator: string;
  path: string;
  operand: Value;
}

function checkPath(path: string): void {
  if (path === '' || path.split('.').includes('')) {
    throw writeFailed(
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  if (path.split('.').includes('__proto__')) throw requestFailed(`field name not allowed: ${path}`);
}

function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function pathsOf({ operator, path, operand }: Change): string[] {
  const isMove = operator === '$rename' && typeof operand === 'string' && operand !== path;
  return isMove ? [path, operand] : [path];
}

/** Refuses updates that touch one place twice, as MongoDB does. */
function refuseConflicts(changes: readonly Change[]): void {
  const seen: string[] = [];
  for (const path of changes.flatMap(pathsOf)) {
    const other = seen.find((earlier) => overlap(earlier, path));
    if (other !== undefined) {
      const shorter = other.length < path.length ? other : path;
      throw writeFailed(`Updating the path '${path}' would create a conflict at '${shorter}'`);
    }
    seen.push(path);
  }
}

function changesOf(operator: string, fields: Value): Change[] {
  if (!isDocument(fields)) {
    throw writeFailed(`Modifiers operate on fields but we found another type for ${operator}`);
  }
  return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
}

/** Takes an update apart into its changes; an update without any, or one that contradicts itself, is refused. */
export function changesIn(update: Document): Change[] {
  const changes = Object.entries(update).flatMap(([operator, fields]) =>
    changesOf(operator, fields),
  );
  if (changes.length === 0) {
    const operator = Object.keys(update)[0] ?? '$set';
    throw writeFailed(
      `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
    );
  }
  for (const change of changes) for (const path of pathsOf(change)) checkPath(path);
  refuseConflicts(changes);
  return changes;
}
