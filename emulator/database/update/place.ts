import { encode } from '../bson/encode';
import { type Document, fieldOf, type Found, isDocument, type Value } from '../bson/value';
import { writeFailed } from '../errors';

/** Where one path of an update leads in the document being changed. */
export interface Place {
  readonly path: string;
  /** The `_id` of the document, as error messages print it. */
  readonly owner: string;
  readonly value: Found;
  /** Whether the path ends in an element of an array. */
  readonly inArray: boolean;
  /** Writes a value and creates missing parents; refuses to go through a scalar, null or an array's name. */
  set(value: Value): void;
  /** Removes the field, or leaves null where an array element was; does nothing where nothing is. */
  remove(): void;
}

type Container = Document | Value[];

interface Reached {
  container: Container;
  /** Parts below the container that are still to be walked; the last one is the field itself. */
  missing: string[];
  /** What stands in the way, as MongoDB prints it. */
  obstacle?: string;
}

const INDEX = /^\d+$/;
const LARGEST_PADDING = 1_500_000;

/** A value in the way error messages show it. */
export function shown(value: Found): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'number' ? String(value) : encode(value ?? null);
}

function isContainer(value: Found): value is Container {
  return Array.isArray(value) || isDocument(value);
}

function childOf(container: Container, part: string): Found {
  if (!Array.isArray(container)) return fieldOf(container, part);
  return INDEX.test(part) ? container[Number(part)] : undefined;
}

function reach(document: Document, parts: readonly string[]): Reached {
  let container: Container = document;
  for (const [i, part] of parts.entries()) {
    const name = parts[i - 1] ?? '';
    if (Array.isArray(container) && !INDEX.test(part)) {
      return { container, missing: parts.slice(i), obstacle: `{${name}: ${shown(container)}}` };
    }
    const child: Found = childOf(container, part);
    if (i === parts.length - 1 || child === undefined)
      return { container, missing: parts.slice(i) };
    if (!isContainer(child)) {
      return { container, missing: parts.slice(i + 1), obstacle: `{${part}: ${shown(child)}}` };
    }
    container = child;
  }
  return { container, missing: [] };
}

function put(container: Container, part: string, value: Value): void {
  if (!Array.isArray(container)) {
    container[part] = value;
    return;
  }
  const index = Number(part);
  if (index > container.length + LARGEST_PADDING) {
    throw writeFailed(`can't backfill more than ${LARGEST_PADDING} elements`);
  }
  while (container.length < index) container.push(null);
  container[index] = value;
}

function putDeep({ container, missing, obstacle }: Reached, value: Value): void {
  if (obstacle) throw writeFailed(`Cannot create field '${missing[0]}' in element ${obstacle}`);
  const [part = '', ...below] = missing;
  const wrapped = below.reduceRight<Value>((inner, name) => ({ [name]: inner }), value);
  put(container, part, wrapped);
}

function removeAt({ container, missing, obstacle }: Reached): void {
  const [part, deeper] = missing;
  if (obstacle || part === undefined || deeper !== undefined) return;
  if (!Array.isArray(container)) delete container[part];
  else if (Number(part) < container.length) container[Number(part)] = null;
}

/** Finds the place a dotted path (without positional parts) leads to. */
export function placeAt(document: Document, path: string): Place {
  const parts = path.split('.');
  const reached = reach(document, parts);
  const { container, missing, obstacle } = reached;
  const isThere = !obstacle && missing.length === 1;
  return {
    path,
    owner: `{_id: ${shown(document['_id'])}}`,
    value: isThere ? childOf(container, missing[0] ?? '') : undefined,
    inArray: isThere && Array.isArray(container),
    set: (value) => putDeep(reached, value),
    remove: () => removeAt(reached),
  };
}
