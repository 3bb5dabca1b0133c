/** A moment between two writes. */
export interface Snapshot {
  readonly at: number;
}

interface OldVersion {
  /** The write that replaced this version. */
  replacedAt: number;
  /** The text before that write; undefined when the document did not exist. */
  body: string | undefined;
}

/** Documents as they were, kept only while a snapshot may still ask for them. */
export class History {
  private writes = 0;
  private readonly open = new Set<Snapshot>();
  /** Collection → key of the document → its old versions, oldest first. */
  private readonly versions = new Map<string, Map<string, OldVersion[]>>();

  begin(): Snapshot {
    const snapshot = { at: this.writes };
    this.open.add(snapshot);
    return snapshot;
  }

  end(snapshot: Snapshot): void {
    this.open.delete(snapshot);
    if (this.open.size === 0) this.versions.clear();
  }

  /** Notes that a document is about to be written, with the text it has now. */
  remember(collection: string, key: string, body: string | undefined): void {
    this.writes += 1;
    if (this.open.size === 0) return;
    const ofCollection = this.versions.get(collection) ?? new Map<string, OldVersion[]>();
    this.versions.set(collection, ofCollection);
    const versions = ofCollection.get(key) ?? [];
    ofCollection.set(key, versions);
    versions.push({ replacedAt: this.writes, body });
  }

  /** What a document was at a snapshot, if it was written since; undefined if it is still the same. */
  changedSince(snapshot: Snapshot, collection: string, key: string): OldVersion | undefined {
    const versions = this.versions.get(collection)?.get(key);
    return versions?.find(({ replacedAt }) => replacedAt > snapshot.at);
  }

  /** The documents of a collection written since a snapshot. */
  keysChangedSince(snapshot: Snapshot, collection: string): string[] {
    const keys = [...(this.versions.get(collection)?.keys() ?? [])];
    return keys.filter((key) => this.changedSince(snapshot, collection, key) !== undefined);
  }
}
