import { randomUUID } from 'node:crypto';
import { transactionConflict } from '../errors';
import type { Plan } from '../indexes/plan';
import type { Collection, Content } from '../store/collection';
import type { StoredIndex } from '../store/storedIndex';
import { indexEntries } from '../indexes/entries';
import { type Shared, store, storedRows } from './plain';
import type { Snapshot } from './history';
import {
  documentKey,
  documentResource,
  type Session,
  type Unit,
  type VisibleRow,
  type Write,
} from './session';
import { duplicateId, duplicateInIndex, type UniqueKey, uniqueKeys } from './uniqueness';

interface Pending {
  id: Buffer;
  content: Content | undefined;
}

/** A snapshot of everything plus this transaction's own writes, which nobody else sees before the commit. */
export class Transaction implements Session {
  readonly id = randomUUID();
  private readonly snapshot: Snapshot;
  private readonly pending = new Map<Collection, Map<string, Pending>>();

  constructor(private readonly shared: Shared) {
    this.snapshot = shared.history.begin();
  }

  private pendingIn(collection: Collection): Map<string, Pending> {
    const known = this.pending.get(collection);
    if (known) return known;
    const fresh = new Map<string, Pending>();
    this.pending.set(collection, fresh);
    return fresh;
  }

  read(collection: Collection, id: Buffer): VisibleRow | undefined {
    const key = documentKey(id);
    const own = this.pending.get(collection)?.get(key);
    if (own) return own.content && { id, body: own.content.body };
    const old = this.shared.history.changedSince(this.snapshot, collection.name, key);
    if (!old) return collection.read(id);
    return old.body === undefined ? undefined : { id, body: old.body };
  }

  /** Documents that this transaction sees differently from the store. */
  private differing(collection: Collection): Set<string> {
    return new Set([
      ...(this.pending.get(collection)?.keys() ?? []),
      ...this.shared.history.keysChangedSince(this.snapshot, collection.name),
    ]);
  }

  *rows(collection: Collection, plan: Plan<StoredIndex>): Generator<VisibleRow> {
    const differing = this.differing(collection);
    for (const row of storedRows(collection, plan)) {
      if (!differing.has(documentKey(row.id))) yield row;
    }
    for (const key of differing) {
      const row = this.read(collection, Buffer.from(key, 'latin1'));
      if (row) yield row;
    }
  }

  keepsOrder(collection: Collection): boolean {
    return this.differing(collection).size === 0;
  }

  write(write: Write): void {
    const { collection, id, before, content } = write;
    const gained = uniqueKeys(collection, content?.document);
    this.lock(documentResource(collection, id));
    for (const { resource } of [...gained, ...uniqueKeys(collection, before)]) this.lock(resource);
    this.refuseChanged(collection, id);
    if (!before && this.read(collection, id)) {
      throw duplicateId(write, this.shared.duplicateKeyVariant);
    }
    for (const key of gained) this.refuseHeld(write, key);
    this.pendingIn(collection).set(documentKey(id), { id, content });
  }

  private lock(resource: string): void {
    const owner = this.shared.locks.ownerOf(resource);
    if (owner && owner !== this) throw transactionConflict();
    this.shared.locks.take(resource, this);
  }

  private refuseChanged(collection: Collection, id: Buffer): void {
    if (this.shared.history.changedSince(this.snapshot, collection.name, documentKey(id))) {
      throw transactionConflict();
    }
  }

  /** A key held by a document this transaction cannot see yet is a conflict, not a duplicate. */
  private refuseHeld(write: Write, { index, key }: UniqueKey): void {
    const own = this.pendingIn(write.collection);
    for (const holder of index.holders(key)) {
      if (own.has(documentKey(holder))) continue;
      this.refuseChanged(write.collection, holder);
      if (!holder.equals(write.id))
        throw duplicateInIndex(write, index, this.shared.duplicateKeyVariant);
    }
    for (const { id, content } of own.values()) {
      if (id.equals(write.id) || !content) continue;
      const { keys } = indexEntries(content.document, index.definition);
      if (keys.some((held) => held.equals(key))) {
        throw duplicateInIndex(write, index, this.shared.duplicateKeyVariant);
      }
    }
  }

  run<T>(units: readonly Unit<T>[]): Promise<T[]> {
    return Promise.resolve(units.map((unit) => unit()));
  }

  /** Makes every write of this transaction durable and visible at once. */
  commit(): void {
    this.shared.connection.atomically(() => {
      for (const [collection, writes] of this.pending) {
        for (const { id, content } of writes.values())
          store(this.shared, { collection, id, content });
      }
    });
  }

  /** Gives up snapshot and locks; plain writes that waited go on. */
  end(): void {
    this.shared.history.end(this.snapshot);
    this.shared.locks.releaseAll(this);
  }
}
