import type { Document } from '../../../emulator/database/bson/value';
import { transactionBusy } from '../../../emulator/database/errors';
import { Later, type How } from '../schedule';
import { asking } from './asking';
import { changing, replacing } from './changing';
import type { StoredCollection, Write } from './collection';
import { matching } from './reading';
import { duplicateIn, resourcesOf } from './resources';
import { same } from './same';
import type { Store } from './store';
import type { OpenTransaction } from './transaction';
import { keysOf } from './uniqueKeys';

/** How long a write outside of transactions waits for a document that a transaction holds. */
export const LOCK_WAIT_MS = 10_000;

/** Where a write goes. */
export type Target = { readonly store: Store; readonly collection: StoredCollection };

const blockerOf = ({ store, collection }: Target, write: Write): OpenTransaction | undefined => {
  if (store.locks.size === 0) return undefined;
  for (const resource of resourcesOf(collection, write)) {
    const owner = store.holder(resource);
    if (owner) return owner;
  }
  return undefined;
};

const refuseTakenKeys = (collection: StoredCollection, write: Write): void => {
  for (const index of collection.unique) {
    if (index.keeps(collection.get(write.id), write.content)) continue;
    const isTaken = keysOf(write.content, index.definition).some(
      (key) => (index.holder(key) ?? write.id) !== write.id,
    );
    if (isTaken) throw duplicateIn(collection, index.definition, write);
  }
};

/** What one document is to become; nothing when it needs no write. Asked again after every wait. */
type Plan = (id: string) => (Write & { readonly isNew?: boolean }) | undefined;

/**
 * An effect that writes documents one by one and waits wherever a transaction is in the way; gives how many it wrote.
 * What was done before a wait or an error stays done. Done a second time, it starts anew.
 */
const patiently = (target: Target, chosen: () => string[], plan: Plan) => {
  const { store, collection } = target;
  let left: string[] | undefined;
  let written = 0;
  let deadline: number | undefined;

  const wait = (blocker: OpenTransaction): Later => {
    const now = store.surroundings.now();
    deadline ??= now + LOCK_WAIT_MS;
    if (now >= deadline) throw transactionBusy();
    return new Later(Math.min(deadline, blocker.expiresAt));
  };
  const attempt = (id: string): Later | undefined => {
    const write = plan(id);
    if (!write) return undefined;
    const blocker = blockerOf(target, write);
    if (blocker) return wait(blocker);
    if (write.isNew && collection.get(id)) throw duplicateIn(collection, undefined, write);
    refuseTakenKeys(collection, write);
    store.commit([{ ...write, collection }]);
    written += 1;
    return undefined;
  };
  const goOn = (): number | Later => {
    left ??= chosen();
    for (let id = left[0]; id !== undefined; id = left[0]) {
      const later = attempt(id);
      if (later) return later;
      left.shift();
    }
    return written;
  };
  return (how: How): number | Later => {
    if (how === 'conflict') throw transactionBusy();
    let isWaiting = false;
    try {
      const result = goOn();
      isWaiting = result instanceof Later;
      return result;
    } finally {
      if (!isWaiting) [left, written, deadline] = [undefined, 0, undefined];
    }
  };
};

/** An effect that is prepared only when the request arrives: until then nobody knows what is there. */
export const onArrival = <T>(prepare: () => (how: How) => T): ((how: How) => T) => {
  let effect: ((how: How) => T) | undefined;
  return (how) => {
    effect ??= prepare();
    return effect(how);
  };
};

/** Adds a document, or fails where a key of it is taken. */
export const adding = (target: Target, document: Document & { readonly _id: string }) =>
  patiently(
    target,
    () => [document._id],
    (id) => ({ id, content: document, isNew: true }),
  );

/** Changes every document that matches; counts those that did become different. */
export const updating = (
  target: Target,
  { query, update }: { query: Document; update: Document },
) => {
  const { collection } = target;
  const matches = asking(query);
  const change = changing(update, query);
  return patiently(
    target,
    () => matching(collection, query, { matches }).map(({ _id: id }) => id as string),
    (id) => {
      const before = collection.get(id);
      if (!before || !matches(before)) return undefined;
      const content = change(before);
      return same(before, content) ? undefined : { id, content };
    },
  );
};

/** Writes a whole document; counts 0 where it was the same already. */
export const setting = (target: Target, id: string, fields: Document) => {
  const replace = replacing(fields);
  return patiently(
    target,
    () => [id],
    () => {
      const before = target.collection.get(id);
      const content = replace(before ?? { _id: id });
      return before && same(before, content) ? undefined : { id, content };
    },
  );
};

/** Removes a document; counts 0 where there is none. */
export const removing = (target: Target, id: string) =>
  patiently(
    target,
    () => [id],
    () => (target.collection.get(id) ? { id, content: undefined } : undefined),
  );
