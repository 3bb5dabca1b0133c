import type { CollectionDefinition } from '../../../emulator/database/contract';
import { collectionNotExist } from '../../../emulator/database/errors';
import { StoredCollection, type Change, type Write } from './collection';
import type { OpenTransaction } from './transaction';

/** How long a plain read may lag behind, in ms. */
export const STALE_MS = 2000;

/** What the store needs of the world around it. */
export type Surroundings = {
  /** True virtual time, epoch ms. */
  readonly now: () => number;
  /** Locks were given back: whoever waits may try again. */
  readonly freed: () => void;
};

/** Every document of the simulated cloud, its history as far as needed, and who holds what. */
export class Store {
  /** Counts the commits. */
  writes = 0;
  /** Document or unique key → the transaction that wrote it. */
  readonly locks = new Map<string, OpenTransaction>();
  /** The transactions that are open, oldest snapshot first. */
  readonly open = new Set<OpenTransaction>();
  /** Told of every commit, with all that it changed. */
  readonly watchers: ((changes: readonly Change[]) => void)[] = [];
  private readonly collections = new Map<string, StoredCollection>();

  constructor(
    definitions: Readonly<Record<string, CollectionDefinition>>,
    readonly surroundings: Surroundings,
  ) {
    for (const [name, definition] of Object.entries(definitions)) {
      this.collections.set(name, new StoredCollection(name, definition));
    }
  }

  /** A collection; one that was never created is an error. */
  collection(name: string): StoredCollection {
    const found = this.collections.get(name);
    if (!found) throw collectionNotExist(name);
    return found;
  }

  /** The names of all collections. */
  names(): string[] {
    return [...this.collections.keys()];
  }

  /** Makes writes true, all at once. */
  commit(
    writes: readonly (Write & { readonly collection: StoredCollection })[],
    at = this.surroundings.now(),
  ): void {
    if (writes.length === 0) return;
    this.writes += 1;
    const [first] = this.open;
    const oldest = { write: first?.snapshot ?? this.writes, at: at - STALE_MS };
    const occasion = { write: this.writes, at, oldest };
    const changes = writes.map(({ collection, ...write }) => collection.write(write, occasion));
    for (const watch of this.watchers) watch(changes);
  }

  /** The transaction that holds a resource; one that has outlived its time holds nothing any more. */
  holder(resource: string): OpenTransaction | undefined {
    const owner = this.locks.get(resource);
    if (!owner || owner.expiresAt > this.surroundings.now()) return owner;
    owner.end();
    return undefined;
  }
}
