import { keyOf } from '../bson/key';
import type { Document, Value } from '../bson/value';
import type { Collection } from '../store/collection';
import type { Session } from '../transaction/session';
import type { Action } from './action';
import { contentOf, newDocument } from './content';

/** Adds documents in order and tells their ids; those before a refused one stay. */
export async function insertAll(
  session: Session,
  collection: Collection,
  documents: readonly Document[],
): Promise<Value[]> {
  const units = documents.map((fields) => {
    const document = newDocument(fields);
    const id = document['_id'] ?? null;
    return () => {
      const content = contentOf(document);
      session.write({ collection, id: keyOf(id), before: undefined, content });
      return id;
    };
  });
  return session.run(units);
}

/** `database.insertDocument`: one document or several. */
export const insertDocument: Action = async ({ parameters, session, catalogue }) => {
  const collection = catalogue.get(parameters.text('collectionName'));
  const insertedIds = await insertAll(session, collection, parameters.documents('data'));
  return {
    data: { insertedIds: insertedIds.map((id) => (typeof id === 'object' ? String(id) : id)) },
  };
};
