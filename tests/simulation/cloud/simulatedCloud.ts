import type { Document } from '../../../emulator/database/bson/value';
import type { CollectionDefinition } from '../../../emulator/database/contract';
import definitions from '../../../cloud/collections.json';
import type { Random, Schedule } from '../schedule';
import type { Change } from './collection';
import { copiedDocument } from './copied';
import { answer, type Stage } from './lookup';
import { Store } from './store';

/** A line of the shop's log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** What was put into a cloud, as clouds keep it: schedules begin with the same documents again and again. */
const kept = new WeakMap<object, Document>();

const keptCopy = (document: object): Document => {
  const known = kept.get(document);
  if (known) return known;
  const copy = copiedDocument(document);
  kept.set(document, copy);
  return copy;
};

/** A WeChat cloud inside one run: its database and all that the shop told the outside. */
export class SimulatedCloud {
  readonly store: Store;
  readonly log: LogLine[] = [];
  /** Subscribe messages and letters, as often as they arrived. */
  readonly messages: object[] = [];
  readonly letters: object[] = [];
  /** File id → content. */
  readonly files = new Map<string, Uint8Array>();
  /** What ids were derived so far: the same parts give the same id, and a hash is dear. */
  readonly derivedIds = new Map<string, string>();
  /** Chance for ids and for the pauses of retries. */
  readonly random: Random;

  constructor(
    readonly schedule: Schedule,
    collections: Readonly<Record<string, CollectionDefinition>> = definitions as Readonly<
      Record<string, CollectionDefinition>
    >,
  ) {
    this.random = schedule.random.split('cloud');
    this.store = new Store(collections, {
      now: () => schedule.now(),
      freed: () => schedule.free(),
    });
  }

  /**
   * Puts documents into a collection at once, as the owner's seed would; replaces what has the same id. Nobody changes
   * a document that was put.
   */
  put<Doc extends { readonly _id: string }>(name: string, ...documents: readonly Doc[]): void {
    this.fill({ [name]: documents });
  }

  /** The same for many collections, all at once. */
  fill(documents: Readonly<Record<string, readonly { readonly _id: string }[]>>): void {
    const writes = Object.entries(documents).flatMap(([name, list]) =>
      list.map((document) => ({
        collection: this.store.collection(name),
        id: document._id,
        content: keptCopy(document),
      })),
    );
    // As if it had been there for ever: no stale read misses it.
    this.store.commit(writes, -Infinity);
  }

  /** Changes fields of a document by hand, behind the shop's back. */
  change(name: string, id: string, fields: object): void {
    const collection = this.store.collection(name);
    const before = collection.get(id);
    if (!before) throw new Error(`no ${name} ${id}`);
    const content = copiedDocument({ ...before, ...fields });
    this.store.commit([{ collection, id, content }]);
  }

  /** Every document of a collection as it is now. They are the stored ones: look, do not touch. */
  documents<T = Document>(name: string): readonly T[] {
    return [...this.store.collection(name).all()] as unknown as T[];
  }

  /** One document as it is now. Look, do not touch. */
  document<T = Document>(name: string, id: string): T | undefined {
    return this.store.collection(name).get(id) as unknown as T | undefined;
  }

  /** What an aggregation of one collection gives, without any I/O. */
  answer(from: string, pipeline: readonly object[]): Document[] {
    return answer(this.store, { from, pipeline: pipeline as readonly Stage[] });
  }

  /** Every document there is, by its collection. */
  everything(): Readonly<Record<string, readonly Document[]>> {
    const names = this.store.names();
    return Object.fromEntries(names.map((name) => [name, this.documents(name)]));
  }

  /** Tells of every commit, right after it, with all that it changed. Halt the schedule to end the run from there. */
  watch(watcher: (changes: readonly Change[]) => void): void {
    this.store.watchers.push(watcher);
  }
}
