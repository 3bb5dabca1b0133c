import type { Database } from '../../database';
import type { SdkDatabase } from '../sdk';
import { openCollection } from './collection';
import { readTogether } from './together';
import { runTransaction } from './transaction';

/** The document database through wx-server-sdk. */
export const openDatabase = (db: SdkDatabase): Database => ({
  collection: (name) => openCollection(db, name),
  transaction: (work) => runTransaction(db, work),
  together: (reads) => readTogether(db, reads),
});
