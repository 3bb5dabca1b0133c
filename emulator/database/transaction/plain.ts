import type { DuplicateKeyVariant } from '../contract';
import type { Plan } from '../indexes/plan';
import type { Collection } from '../store/collection';
import type { Connection } from '../store/connection';
import type { StoredIndex } from '../store/storedIndex';
import type { History } from './history';
import { Blocked, type Locks } from './locks';
import {
  documentKey,
  documentResource,
  type Session,
  type Unit,
  type VisibleRow,
  type Write,
} from './session';
import { duplicateId, duplicateInIndex, uniqueKeys } from './uniqueness';

/** What sessions of one database share. */
export interface Shared {
  connection: Connection;
  history: History;
  locks: Locks<object>;
  duplicateKeyVariant: DuplicateKeyVariant;
  lockWaitMs: number;
}

/** The rows a plan leads to in the store itself. */
export function* storedRows(
  collection: Collection,
  plan: Plan<StoredIndex>,
): Generator<VisibleRow> {
  if (plan.length === 0) yield* collection.scan();
  for (const scan of plan) yield* collection.rowsOf(scan);
}

/** Puts one write into the store and remembers what it replaces. */
export function store(
  { history }: Shared,
  { collection, id, content }: Omit<Write, 'before'>,
): void {
  const row = collection.read(id);
  history.remember(collection.name, documentKey(id), row?.body);
  if (row && content) collection.replace(row, content);
  else if (row) collection.remove(row);
  else if (content) collection.insert(id, content);
}

/** The latest committed state; writes take effect one by one and wait for locks. */
export class PlainSession implements Session {
  constructor(private readonly shared: Shared) {}

  read(collection: Collection, id: Buffer): VisibleRow | undefined {
    return collection.read(id);
  }

  rows(collection: Collection, plan: Plan<StoredIndex>): Iterable<VisibleRow> {
    return storedRows(collection, plan);
  }

  keepsOrder(): boolean {
    return true;
  }

  write(write: Write): void {
    const { collection, id, before, content } = write;
    const keys = uniqueKeys(collection, content?.document);
    this.refuseLocked([documentResource(collection, id), ...keys.map(({ resource }) => resource)]);
    if (!before && collection.read(id)) throw duplicateId(write, this.shared.duplicateKeyVariant);
    for (const { index, key } of keys) {
      if (index.holders(key).some((holder) => !holder.equals(id))) {
        throw duplicateInIndex(write, index, this.shared.duplicateKeyVariant);
      }
    }
    store(this.shared, write);
  }

  private refuseLocked(resources: readonly string[]): void {
    for (const resource of resources) {
      if (this.shared.locks.ownerOf(resource)) throw new Blocked(resource);
    }
  }

  async run<T>(units: readonly Unit<T>[]): Promise<T[]> {
    const deadline = Date.now() + this.shared.lockWaitMs;
    const results: T[] = [];
    while (results.length < units.length) {
      const stop = this.runUntilStopped(units, results);
      if (stop instanceof Blocked) await this.shared.locks.released(stop.resource, deadline);
      else if (stop) throw stop;
    }
    return results;
  }

  /** One commit for all units up to the first that must wait or fails. */
  private runUntilStopped<T>(units: readonly Unit<T>[], results: T[]): Error | undefined {
    return this.shared.connection.atomically(() => {
      for (const unit of units.slice(results.length)) {
        try {
          results.push(unit());
        } catch (error) {
          return error as Error;
        }
      }
      return undefined;
    });
  }
}
