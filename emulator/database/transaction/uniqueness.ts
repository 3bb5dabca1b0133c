import type { Document } from '../bson/value';
import type { DuplicateKeyVariant } from '../contract';
import { duplicateKey } from '../errors';
import { indexEntries, keyText } from '../indexes/entries';
import type { Collection } from '../store/collection';
import type { StoredIndex } from '../store/storedIndex';
import type { Write } from './session';

/** A key that a unique index would give to a document. */
export interface UniqueKey {
  index: StoredIndex;
  key: Buffer;
  resource: string;
}

/** The unique keys of a document in every unique index besides `_id_`. */
export function uniqueKeys(collection: Collection, document: Document | undefined): UniqueKey[] {
  if (!document) return [];
  return collection.indexes
    .filter(({ definition }) => definition.unique === true && definition.name !== '_id_')
    .flatMap((index) =>
      indexEntries(document, index.definition).keys.map((key) => ({
        index,
        key,
        resource: `${collection.number}/${index.definition.name}/${key.toString('latin1')}`,
      })),
    );
}

/** The error for a document whose `_id` is taken. */
export function duplicateId({ collection, content }: Write, variant: DuplicateKeyVariant): Error {
  const keyText = `: ${JSON.stringify(content?.document['_id'])}`;
  return duplicateKey(variant, { collection: collection.name, index: '_id_', keyText });
}

/** The error for a document whose key in a unique index is taken. */
export function duplicateInIndex(
  { collection, content }: Write,
  { definition }: StoredIndex,
  variant: DuplicateKeyVariant,
): Error {
  return duplicateKey(variant, {
    collection: collection.name,
    index: definition.name,
    keyText: keyText(content?.document ?? {}, definition),
  });
}
