import {
  type Document,
  fieldOf,
  type Found,
  isDocument,
  type Value,
} from '../../../emulator/database/bson/value';
import { compileUpdate, replacement } from '../../../emulator/database/update/apply';
import { copiedDocument } from './copied';
import { same } from './same';

type Change = (document: Document) => Document;

/** What the emulator has to look at. */
const UNUSUAL = Symbol('unusual');

type Outcome = Found | typeof UNUSUAL;

/** One operator at one place. */
type Step = (before: Found, operand: Value) => Outcome;

const STEPS: Readonly<Record<string, Step>> = {
  $set: (_before, operand) => operand,
  $unset: () => undefined,
  $inc: (before = 0, operand) =>
    typeof before === 'number' && typeof operand === 'number' ? before + operand : UNUSUAL,
  $push: (before = [], operand) => {
    const { $each: added, ...more } = operand as Document;
    return Array.isArray(before) && Array.isArray(added) && Object.keys(more).length === 0
      ? (Object.freeze([...before, ...added]) as Value[])
      : UNUSUAL;
  },
  $pull: (before, operand) =>
    Array.isArray(before) && typeof operand !== 'object'
      ? (Object.freeze(before.filter((item) => !same(item, operand))) as Value[])
      : UNUSUAL,
};

/** A name, or names with dots between them, none of which could be a place in a list. */
const PATH = /^(?!_id$|__proto__)[a-z_]\w*(?:\.(?!__proto__)[a-z_]\w*)*$/i;

type Part = { readonly names: readonly string[]; readonly step: Step; readonly operand: Value };

const partsOf = (update: Document): Part[] | undefined => {
  const parts: Part[] = [];
  for (const operator in update) {
    const step = STEPS[operator];
    const fields = update[operator];
    if (!step || !isDocument(fields)) return undefined;
    for (const path in fields) {
      const names = PATH.test(path) ? path.split('.') : [];
      // Two changes below one field may contradict each other.
      if (names.length === 0 || parts.some((other) => other.names[0] === names[0]))
        return undefined;
      parts.push({ names, step, operand: fields[path] as Value });
    }
  }
  return parts.length > 0 ? parts : undefined;
};

/** A value with one place in it changed; it shares the rest with the value it was made of. */
const changedBelow = (value: Found, part: Part, at = 0): Outcome => {
  const name = part.names[at];
  if (name === undefined) return part.step(value, part.operand);
  if (value !== undefined && !isDocument(value)) return UNUSUAL;
  const before = value && fieldOf(value, name);
  const after = changedBelow(before, part, at + 1);
  if (after === UNUSUAL) return UNUSUAL;
  if (after === before) return value;
  if (after !== undefined) return Object.freeze({ ...value, [name]: after });
  const { [name]: _gone, ...kept } = value ?? {};
  return Object.freeze(kept);
};

const applied = (document: Document, parts: readonly Part[]): Document | undefined => {
  let value: Outcome = document;
  for (const part of parts) {
    value = changedBelow(value, part);
    if (value === UNUSUAL) return undefined;
  }
  return value as Document;
};

/**
 * What an update makes of a document. The usual changes share all that they leave alone; whatever is unusual, and all
 * that is refused, is the emulator's.
 */
export const changing = (update: Document, query: Document): Change => {
  const parts = partsOf(update);
  const compiled = parts ? undefined : compileUpdate(update, { query });
  const unusually = (document: Document) =>
    copiedDocument((compiled ?? compileUpdate(update, { query }))(document));
  return (document) => (parts && applied(document, parts)) ?? unusually(document);
};

/** What a document is once other fields take the place of its own. */
export const replacing = (fields: Document): Change => {
  const replace = replacement(fields);
  return (document) => copiedDocument(replace(document));
};
