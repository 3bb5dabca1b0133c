import type { Database } from '../../database';
import type { SdkDatabase } from '../sdk';
import { openCollection } from './collection';
import { againAfter, realWaiting, type Waiting } from './retry';
import { readTogether } from './together';
import { runTransaction } from './transaction';

/** The document database through wx-server-sdk. */
export const openDatabase = (db: SdkDatabase, waiting: Waiting = realWaiting): Database => {
  const connection = { db, again: againAfter(waiting) };
  return {
    collection: (name) => openCollection(connection, name),
    transaction: (work) => runTransaction({ db, waiting }, work),
    together: (reads) => readTogether(connection, reads),
  };
};
