import type { Database, Transaction } from '../database';

/** Something a person did by their office, with the reason they gave: appended once, never changed or removed. */
export type AuditEntry = {
  readonly _id: string;
  /** The user who did it. */
  readonly by: string;
  readonly action: string;
  /** What it was done to. */
  readonly subject: string;
  readonly reason: string;
  readonly before?: string;
  readonly after?: string;
  readonly at: number;
};

type Deed = Omit<AuditEntry, '_id'> & { readonly entryId: string };

const COLLECTION = 'audit';

const entryOf = ({ entryId, ...deed }: Deed): AuditEntry => ({ _id: entryId, ...deed });

/** Writes down a deed once: the same `entryId` again changes nothing. */
export const audit = (db: Database, deed: Deed): Promise<boolean> =>
  db.collection<AuditEntry>(COLLECTION).insertOnce(entryOf(deed));

/** Writes down a deed together with what was done. */
export const auditIn = (tx: Transaction, deed: Deed): Promise<void> =>
  tx.insert<AuditEntry>(COLLECTION, entryOf(deed));
