import { elementsOf, leavesAt } from '../../../emulator/database/bson/path';
import type { Document, Found } from '../../../emulator/database/bson/value';
import type { IndexDefinition } from '../../../emulator/database/contract';

/** What a field adds to the keys of a document: null when it is missing, every element of an array. */
const valuesAt = (document: Document, path: string): { values: Found[]; isMissing: boolean } => {
  const { found } = leavesAt(document, path);
  const isMissing = found.every((value) => value === undefined);
  if (found.length === 0) return { values: [null], isMissing };
  const values = found.flatMap((value) =>
    Array.isArray(value) ? (value.length > 0 ? elementsOf([value]) : ['[]']) : [value ?? null],
  );
  return { values, isMissing };
};

/** The keys a document holds in a unique index. */
export const keysOf = (document: Document | undefined, index: IndexDefinition): string[] => {
  if (!document) return [];
  const fields = index.keys.map(({ field }) => valuesAt(document, field));
  if (index.sparse && fields.every(({ isMissing }) => isMissing)) return [];
  const combinations = fields.reduce<Found[][]>(
    (heads, { values }) => heads.flatMap((head) => values.map((value) => [...head, value])),
    [[]],
  );
  return [...new Set(combinations.map((values) => JSON.stringify(values)))];
};

/** Who holds each key of one unique index. */
export class UniqueIndex {
  private readonly holders = new Map<string, string>();

  /** The fields that the keys are made of, or are below of. */
  private readonly fields: readonly string[];

  constructor(readonly definition: IndexDefinition) {
    this.fields = definition.keys.map(({ field }) => field.split('.')[0] as string);
  }

  /** Whether a change certainly leaves a document's keys as they are. */
  keeps(before: Document | undefined, after: Document | undefined): boolean {
    return this.fields.every((field) => before?.[field] === after?.[field]) && !before === !after;
  }

  holder(key: string): string | undefined {
    return this.holders.get(key);
  }

  replace(id: string, before: Document | undefined, after: Document | undefined): void {
    if (this.keeps(before, after)) return;
    for (const key of keysOf(before, this.definition)) this.holders.delete(key);
    for (const key of keysOf(after, this.definition)) this.holders.set(key, id);
  }
}
