import type { Document } from '../../../emulator/database/bson/value';
import type { SdkDatabase } from '../../../server/wechat/sdk';
import type { Process } from '../schedule';
import { aggregation } from './aggregation';
import { command, regularExpression } from './command';
import { openDocument, addTo } from './documents';
import type { Store } from './store';
import { Query } from './query';
import { startTransaction } from './transactionDoor';

/** The simulated cloud as one process reaches it: every request is an I/O of that process. */
export type Connection = { readonly store: Store; readonly process: Process };

/** The database of wx-server-sdk, as far as the server uses it; every other word of the SDK is missing. */
export const simulatedDatabase = (store: Store, process: Process): SdkDatabase => {
  const connection: Connection = { store, process };
  const collection = (name: string) => {
    const query = new Query(connection, { collection: name, query: {} });
    return {
      where: (conditions: Document) => query.where(conditions),
      doc: (id: string) => openDocument(connection, name, id),
      add: ({ data }: { data: object }) => addTo(connection, name, data),
      aggregate: () => aggregation(connection, { collection: name, query: {}, lookups: [] }),
    };
  };
  const database = {
    command,
    RegExp: regularExpression,
    collection,
    startTransaction: () => startTransaction(connection),
  };
  return database as unknown as SdkDatabase;
};
