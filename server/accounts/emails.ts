import type { Database } from '../database';
import type { Ids } from '../ports';

/** An address that was proven to be one user's; `_id` is the address, sealed. */
export type Email = { readonly _id: string; readonly userId: string };

export const emailId = (ids: Ids, address: string): string => ids.sealed(`email ${address}`);

/** Gives up an address, so that it can be somebody's again. */
export const releaseEmail = (db: Database, id: string): Promise<void> =>
  db.collection<Email>('emails').remove(id);
