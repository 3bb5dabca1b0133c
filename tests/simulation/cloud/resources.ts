import { duplicateKey } from '../../../emulator/database/errors';
import type { Document } from '../../../emulator/database/bson/value';
import type { StoredCollection, Write } from './collection';
import type { IndexDefinition } from '../../../emulator/database/contract';
import { keyText } from '../../../emulator/database/indexes/entries';
import { keysOf } from './uniqueKeys';

/** The names by which a document and its unique keys are locked. */
export const resourcesOf = (
  collection: StoredCollection,
  { id, content }: Write,
  before?: Document,
): string[] => [
  `${collection.name}/${id}`,
  ...collection.unique.flatMap(({ definition }) =>
    [...keysOf(content, definition), ...keysOf(before, definition)].map(
      (key) => `${collection.name}/${definition.name}/${key}`,
    ),
  ),
];

/** The error for a document whose `_id`, or whose key in a unique index, is taken. */
export const duplicateIn = (
  { name }: StoredCollection,
  index: IndexDefinition | undefined,
  { id, content }: Write,
): Error =>
  duplicateKey('observed', {
    collection: name,
    index: index?.name ?? '_id_',
    keyText: index ? keyText(content ?? {}, index) : `: ${JSON.stringify(id)}`,
  });
