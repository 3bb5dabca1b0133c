import type { Document } from '../../../emulator/database/bson/value';

/** A document as one write left it; without content where the write removed it. */
export type Version = {
  /** Which write it was, counted over the whole database. */
  readonly write: number;
  /** When, in virtual time. */
  readonly at: number;
  readonly content: Document | undefined;
};

/** Which version is asked for: the last one at a write, or at a moment. */
export type Moment = { readonly write: number } | { readonly at: number };

const isBy = (version: Version, moment: Moment): boolean =>
  'write' in moment ? version.write <= moment.write : version.at <= moment.at;

/** The versions of one document, oldest first, as far back as anybody may still look. */
export class Versions {
  private readonly list: Version[] = [];

  get latest(): Document | undefined {
    return this.list.at(-1)?.content;
  }

  /** The last write that touched the document. */
  get lastWrite(): number {
    return this.list.at(-1)?.write ?? 0;
  }

  at(moment: Moment): Document | undefined {
    for (let i = this.list.length - 1; i >= 0; i -= 1) {
      const version = this.list[i] as Version;
      if (isBy(version, moment)) return version.content;
    }
    return undefined;
  }

  /** Adds the newest version, and forgets what is older than everything anybody may still ask for. */
  add(version: Version, oldest: { readonly write: number; readonly at: number }): void {
    const { list } = this;
    list.push(version);
    while (list.length > 1) {
      const second = list[1] as Version;
      if (second.write > oldest.write || second.at > oldest.at) break;
      list.shift();
    }
  }
}
