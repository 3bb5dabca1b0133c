import { DuplicateKey, type Changes, type Document, type Transaction } from '../../database';
import { asValues, isRelative } from './absolute';
import type { SdkDatabase } from '../sdk';
import { isConflict, isDuplicateKey, isUnknownOutcome } from './errors';
import { toUpdate } from './queries';
import type { Waiting } from './retry';

type SdkTransaction = Awaited<ReturnType<SdkDatabase['startTransaction']>>;

const ATTEMPTS = 12;

/**
 * Runs work in a transaction, again from the start on a conflict or an unknown outcome, with growing random pauses.
 * The SDK's own retry does not see the conflicts that single operations report (wire reference, 2.6).
 */
export const runTransaction = async <T>(
  connection: { readonly db: SdkDatabase; readonly waiting: Waiting },
  work: (tx: Transaction) => Promise<T>,
  attempt = 1,
): Promise<T> => {
  const { db, waiting } = connection;
  try {
    return await attemptOnce(db, work);
  } catch (error) {
    const mayTryAgain = isConflict(error) || isUnknownOutcome(error);
    if (attempt >= ATTEMPTS || !mayTryAgain) throw error;
    await waiting.pause((10 + waiting.chance() * 30) * attempt);
    return runTransaction(connection, work, attempt + 1);
  }
};

const attemptOnce = async <T>(
  db: SdkDatabase,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => {
  const sdkTransaction = await db.startTransaction();
  try {
    const value = await work(wrap(db, sdkTransaction));
    await sdkTransaction.commit();
    return value;
  } catch (error) {
    // What is left of it ends by itself after 30 s, so a failing rollback is nobody's problem.
    await Promise.resolve(sdkTransaction.rollback(undefined)).catch(() => undefined);
    throw isDuplicateKey(error) ? new DuplicateKey(String((error as Error).message)) : error;
  }
};

const wrap = (db: SdkDatabase, sdkTransaction: SdkTransaction): Transaction => {
  const doc = (collection: string, id: string) => sdkTransaction.collection(collection).doc(id);
  /** What was read and not written since: the transaction sees nothing else. */
  const seen = new Map<string, Document>();
  const read = async (collection: string, id: string) => {
    const { data } = await doc(collection, id).get();
    const document = (data ?? undefined) as Document | undefined;
    if (document) seen.set(`${collection}/${id}`, document);
    return document;
  };
  const repeatable = async (collection: string, id: string, changes: Changes) => {
    if (!isRelative(changes)) return changes;
    const document = seen.get(`${collection}/${id}`) ?? (await read(collection, id));
    return document ? asValues(document, changes) : changes;
  };
  return {
    get: async <Doc extends Document>(collection: string, id: string) =>
      (await read(collection, id)) as Doc | undefined,
    async insert(collection, document) {
      await sdkTransaction.collection(collection).add({ data: document as object });
    },
    async update(collection, id, changes) {
      const data = toUpdate(db, await repeatable(collection, id, changes));
      seen.delete(`${collection}/${id}`);
      const result = await doc(collection, id).update({ data });
      return ((result as { stats?: { updated?: number } }).stats?.updated ?? 0) > 0;
    },
    async put(collection, { _id, ...fields }) {
      seen.delete(`${collection}/${_id}`);
      await doc(collection, _id).set({ data: fields });
    },
  };
};
