import { transactionConflict, transactionNotExist } from '../../../emulator/database/errors';
import type { Document } from '../../../emulator/database/bson/value';
import type { StoredCollection, Write } from './collection';
import { duplicateIn, resourcesOf } from './resources';
import type { Store } from './store';
import { keysOf } from './uniqueKeys';

/** How long a transaction lives. */
export const LIFE_MS = 30_000;

type Pending = Map<string, Document | undefined>;

/** A snapshot of everything, and writes that nobody else sees before the commit. */
export class OpenTransaction {
  readonly snapshot: number;
  readonly expiresAt: number;
  private readonly pending = new Map<StoredCollection, Pending>();
  private readonly held: string[] = [];
  private isOpen = true;

  constructor(private readonly store: Store) {
    this.snapshot = store.writes;
    this.expiresAt = store.surroundings.now() + LIFE_MS;
    store.open.add(this);
  }

  /** Does one operation; whatever it throws ends the transaction. */
  run<T>(operation: () => T): T {
    if (this.isOpen && this.expiresAt <= this.store.surroundings.now()) this.end();
    if (!this.isOpen) throw transactionNotExist();
    try {
      return operation();
    } catch (error) {
      this.end();
      throw error;
    }
  }

  read(collection: StoredCollection, id: string): Document | undefined {
    const own = this.pending.get(collection);
    if (own?.has(id)) return own.get(id);
    return collection.hasChanged(id, this.snapshot)
      ? collection.at(id, { write: this.snapshot })
      : collection.get(id);
  }

  /** Writes what others will see after the commit; `before` is what it changes, none where it adds. */
  write(collection: StoredCollection, write: Write, before: Document | undefined): void {
    for (const resource of resourcesOf(collection, write, before)) this.lock(resource);
    if (collection.hasChanged(write.id, this.snapshot)) throw transactionConflict();
    if (!before && this.read(collection, write.id)) throw duplicateIn(collection, undefined, write);
    this.refuseTakenKeys(collection, write);
    const pending = this.pending.get(collection) ?? new Map<string, Document | undefined>();
    this.pending.set(collection, pending);
    pending.set(write.id, write.content);
  }

  commit(): void {
    const writes = [...this.pending].flatMap(([collection, pending]) =>
      [...pending].map(([id, content]) => ({ collection, id, content })),
    );
    this.store.commit(writes);
    this.end();
  }

  /** Gives up the snapshot and the locks; what was not committed is gone. */
  end(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.store.open.delete(this);
    for (const resource of this.held) this.store.locks.delete(resource);
    if (this.held.length > 0) this.store.surroundings.freed();
  }

  private lock(resource: string): void {
    const owner = this.store.holder(resource);
    if (owner === this) return;
    if (owner) throw transactionConflict();
    this.store.locks.set(resource, this);
    this.held.push(resource);
  }

  /** A key held by a document that this transaction cannot see yet is a conflict, not a duplicate. */
  private refuseTakenKeys(collection: StoredCollection, write: Write): void {
    for (const index of collection.unique) {
      const keys = keysOf(write.content, index.definition);
      const isTaken =
        keys.some((key) => this.isHeldByAnother(collection, write.id, index.holder(key))) ||
        this.hasOwn(collection, write.id, (content) =>
          keysOf(content, index.definition).some((key) => keys.includes(key)),
        );
      if (isTaken) throw duplicateIn(collection, index.definition, write);
    }
  }

  private isHeldByAnother(
    collection: StoredCollection,
    id: string,
    holder: string | undefined,
  ): boolean {
    if (holder === undefined || this.pending.get(collection)?.has(holder)) return false;
    if (collection.hasChanged(holder, this.snapshot)) throw transactionConflict();
    return holder !== id;
  }

  private hasOwn(
    collection: StoredCollection,
    except: string,
    isSame: (content: Document) => boolean,
  ): boolean {
    const own = [...(this.pending.get(collection) ?? [])];
    return own.some(([id, content]) => id !== except && content !== undefined && isSame(content));
  }
}
