import type { Document } from '../../../emulator/database/bson/value';
import { transactionConflict } from '../../../emulator/database/errors';
import type { How } from '../schedule';
import { changing, replacing } from './changing';
import type { StoredCollection } from './collection';
import { same } from './same';
import type { OpenTransaction } from './transaction';

/** One operation of a transaction, as an effect; a conflict that comes from outside ends it as a real one does. */
export const inside =
  <T>(transaction: OpenTransaction, operation: () => T) =>
  (how: How): T =>
    transaction.run(() => {
      if (how === 'conflict') throw transactionConflict();
      return operation();
    });

/** Where in which transaction. */
type Target = { readonly transaction: OpenTransaction; readonly collection: StoredCollection };

export const addInside = (
  { transaction, collection }: Target,
  document: Document & { readonly _id: string },
): void => transaction.write(collection, { id: document._id, content: document }, undefined);

/** True when the document is there and did become different. */
export const updateInside = (
  { transaction, collection }: Target,
  id: string,
  update: Document,
): boolean => {
  const change = changing(update, { _id: id });
  const before = transaction.read(collection, id);
  if (!before) return false;
  const content = change(before);
  if (same(before, content)) return false;
  transaction.write(collection, { id, content }, before);
  return true;
};

/** Writes a whole document, whatever was there. */
export const setInside = (
  { transaction, collection }: Target,
  id: string,
  fields: Document,
): void => {
  const before = transaction.read(collection, id);
  const content = replacing(fields)(before ?? { _id: id });
  if (!before || !same(before, content)) transaction.write(collection, { id, content }, before);
};
