import type { Document } from '../../../emulator/database/bson/value';
import type { CollectionDefinition } from '../../../emulator/database/contract';
import { UniqueIndex } from './uniqueKeys';
import { Versions, type Moment } from './versions';

/** What a write replaced and what it left, for whoever watches the database. */
export type Change = {
  readonly collection: string;
  readonly id: string;
  readonly before: Document | undefined;
  readonly after: Document | undefined;
};

/** A write that is about to happen. */
export type Write = {
  readonly id: string;
  readonly content: Document | undefined;
};

/** When a write happens, and how far back anybody may still look. */
export type Occasion = {
  readonly write: number;
  readonly at: number;
  readonly oldest: { readonly write: number; readonly at: number };
};

/** The documents of one collection. What is kept is never changed, only replaced. */
export class StoredCollection {
  readonly unique: readonly UniqueIndex[];
  private readonly versions = new Map<string, Versions>();
  /** What is there now, in the order it came. */
  private readonly current = new Map<string, Document>();

  constructor(
    readonly name: string,
    { indexes }: CollectionDefinition,
  ) {
    this.unique = indexes
      .filter(({ unique }) => unique)
      .map((definition) => new UniqueIndex(definition));
  }

  get(id: string): Document | undefined {
    return this.current.get(id);
  }

  at(id: string, moment: Moment): Document | undefined {
    return this.versions.get(id)?.at(moment);
  }

  all(): Iterable<Document> {
    return this.current.values();
  }

  *allAt(moment: Moment): Generator<Document> {
    for (const versions of this.versions.values()) {
      const content = versions.at(moment);
      if (content) yield content;
    }
  }

  /** Whether anybody wrote a document after a write. */
  hasChanged(id: string, since: number): boolean {
    return (this.versions.get(id)?.lastWrite ?? 0) > since;
  }

  write({ id, content }: Write, { write, at, oldest }: Occasion): Change {
    const before = this.current.get(id);
    for (const index of this.unique) index.replace(id, before, content);
    if (content) this.current.set(id, content);
    else this.current.delete(id);
    const versions = this.versions.get(id) ?? new Versions();
    this.versions.set(id, versions);
    versions.add({ write, at, content }, oldest);
    return { collection: this.name, id, before, after: content };
  }
}
