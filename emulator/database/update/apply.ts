import { equal } from '../bson/order';
import { copy, type Document } from '../bson/value';
import { writeFailed } from '../errors';
import { addToSet } from './addToSet';
import { bit } from './bit';
import { type Change, changesIn } from './conflicts';
import { inc } from './inc';
import { max } from './max';
import { min } from './min';
import { mul } from './mul';
import type { UpdateOperator } from './operator';
import { placeAt } from './place';
import { pop } from './pop';
import { plainPaths } from './positional';
import { pull } from './pull';
import { pullAll } from './pullAll';
import { push } from './push';
import { rename } from './rename';
import { set } from './set';
import { unset } from './unset';

const OPERATORS: Record<string, UpdateOperator> = {
  $set: set,
  $unset: unset,
  $inc: inc,
  $mul: mul,
  $min: min,
  $max: max,
  $rename: rename,
  $bit: bit,
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
  $setOnInsert: set,
};

/** Changes a document (`merge: true` on the wire): always to a new copy. */
export type DocumentChange = (document: Document) => Document;

/** The situation an update is applied in. */
export interface UpdateSituation {
  /** The query that chose the document; decides which element a positional `$` means. */
  query: Document;
  /** Whether an upsert is making this document, so that `$setOnInsert` counts. */
  inserting?: boolean;
}

function operatorFor({ operator }: Change): UpdateOperator {
  const found = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (found) return found;
  throw writeFailed(
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

function refuseNewId(before: Document, after: Document): void {
  if (equal(before['_id'], after['_id'])) return;
  throw writeFailed(
    `Performing an update on the path '_id' would modify the immutable field '_id'`,
  );
}

/** Prepares an update of operators; mistakes in the update itself are refused here, before any document is read. */
export function compileUpdate(
  update: Document,
  { query, inserting }: UpdateSituation,
): DocumentChange {
  const changes = changesIn(update)
    .map((change) => ({ ...change, apply: operatorFor(change) }))
    .filter(({ operator }) => inserting === true || operator !== '$setOnInsert');
  return (document) => {
    const changed = copy(document);
    for (const { path, operand, apply } of changes) {
      for (const plain of plainPaths(document, path, query)) {
        apply(placeAt(changed, plain), copy(operand), changed);
      }
    }
    if (inserting !== true) refuseNewId(document, changed);
    return changed;
  };
}

/** Prepares a full replacement (`merge: false` on the wire): the `_id` stays and stays first. */
export function replacement(fields: Document): DocumentChange {
  return (document) => {
    const { _id: id, ...rest } = fields;
    const replaced: Document = { _id: document['_id'] ?? id ?? null, ...copy(rest) };
    if (id !== undefined) refuseNewId(document, { _id: id });
    return replaced;
  };
}
