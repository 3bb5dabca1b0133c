import type { Document } from '../../../emulator/database/bson/value';
import { copiedDocument } from './copied';
import type { Connection } from './database';
import { operation, request } from './link';
import { aggregate, type Aggregation, type Lookup } from './lookup';
import { momentOf } from './moments';
import { aggregateError as form } from './sdkErrors';

const AGGREGATE = operation('aggregate', 'read', { api: 'collection.aggregate', form });

type Building = Omit<Aggregation, 'fields'> & { readonly fields?: Document };

/** A pipeline under construction; every word gives a new one. */
export const aggregation = (connection: Connection, building: Building) => {
  const go = (more: Partial<Building>) => aggregation(connection, { ...building, ...more });
  return {
    match: (query: object) => go({ query: copiedDocument(query) }),
    lookup: (lookup: Lookup) => {
      const copy = copiedDocument(lookup) as unknown as Lookup;
      return go({ lookups: [...building.lookups, copy] });
    },
    project: (fields: object) => go({ fields: copiedDocument(fields) }),
    async end() {
      const { store, process } = connection;
      const list = await request(process, AGGREGATE, {
        collection: building.collection,
        effect: (how) => aggregate(store, { fields: {}, ...building }, momentOf(store, how)),
      });
      return { list, errMsg: 'collection.aggregate:ok' };
    },
  };
};
