import type { Environment } from './environment';

type Document = { readonly _id: string };

/** Adds a document unless one with its `_id` is there; false when it is. */
export const addOnce = async (
  environment: Environment,
  collection: string,
  document: Document,
): Promise<boolean> => {
  // The SDK throws most failures and answers some.
  const answer: { code?: string; message?: string; requestId?: string } = await environment
    .database()
    .collection(collection)
    .add(document)
    .catch((error: Error & { code?: string }) => ({
      code: error.code ?? error.name,
      message: error.message,
    }));
  if (!answer.code) return true;
  if (/E11000|duplicate key|DUPLICATE/i.test(`${answer.code} ${answer.message}`)) return false;
  throw new Error(`${collection}: ${answer.message}`);
};

/** Changes fields of a document. */
export const setFields = async (
  environment: Environment,
  { collection, id, fields }: { collection: string; id: string; fields: object },
): Promise<void> => {
  const answer = (await environment.database().collection(collection).doc(id).update(fields)) as {
    code?: string;
    message?: string;
  };
  if (answer.code) throw new Error(`${collection}/${id}: ${answer.message}`);
};
