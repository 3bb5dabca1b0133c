import { ZERO } from '../../shared/money';
import type { Changes, Database, Read, Transaction } from '../database';
import { many, one, oneOf } from '../database';
import type { Listing } from '../paging';
import type { Ids } from '../ports';
import type { Difference, Resolution } from './difference';

const DIFFERENCES = 'differences';

/** A difference as it is found; what makes it the only one of its kind is `key`. */
export type Finding = Omit<Difference, '_id' | 'status' | 'foundAt' | 'resolution'> & {
  readonly key: string;
  readonly at: number;
};

/** The id of the one difference of a kind about something. */
export const differenceId = (ids: Ids, { kind, key }: Pick<Finding, 'kind' | 'key'>): string =>
  ids.derived('dif', kind, key);

const found = (ids: Ids, { key, at, ...finding }: Finding): Difference => ({
  _id: differenceId(ids, { kind: finding.kind, key }),
  ...finding,
  status: 'open',
  foundAt: at,
});

const resolved = (resolution: Resolution): Changes => ({
  set: { status: 'resolved', resolution },
});

/** Differences inside the transaction that books the money they are about. */
export const differencesIn = (tx: Transaction, ids: Ids) => ({
  get: (id: string) => tx.get<Difference>(DIFFERENCES, id),

  /** Opens a difference; throws `DuplicateKey` when it was found before. */
  open: (finding: Finding) => tx.insert<Difference>(DIFFERENCES, found(ids, finding)),

  /** Opens a difference unless it was found before, be it resolved since; false then. */
  openOnce: async (finding: Finding): Promise<boolean> => {
    const difference = found(ids, finding);
    if (await tx.get<Difference>(DIFFERENCES, difference._id)) return false;
    await tx.insert<Difference>(DIFFERENCES, difference);
    return true;
  },

  resolve: ({ _id }: Pick<Difference, '_id'>, resolution: Resolution) =>
    tx.update(DIFFERENCES, _id, resolved(resolution)),
});

/** Differences that move no money, outside a transaction. */
export const differencesOf = (db: Database, ids: Ids) => {
  const differences = db.collection<Difference>(DIFFERENCES);
  return {
    /** Opens a difference without suspense unless it was found before. */
    note: (finding: Omit<Finding, 'suspense'>) =>
      differences.insertOnce(found(ids, { ...finding, suspense: ZERO })),

    /** Resolves a difference that nobody has resolved yet. */
    resolve: (id: string, resolution: Resolution) =>
      differences.updateIf({ _id: id, status: 'open' }, resolved(resolution)),

    countOpen: () => differences.count({ status: 'open' }),
  };
};

/** The read of one difference. */
export const differenceBy = (id: string): Read<Difference, false> =>
  one<Difference>(DIFFERENCES, { _id: id });

/** The read of all differences about one order. */
export const differencesOfOrder = (orderId: string): Read<Difference, true> =>
  many<Difference>(DIFFERENCES, { orderId }, { orderBy: [['foundAt', 'asc']], limit: 100 });

/** The read of what is open about several orders. */
export const openDifferencesOf = (orderIds: readonly string[]): Read<Difference, true> =>
  many<Difference>(DIFFERENCES, { orderId: oneOf(orderIds), status: 'open' }, { limit: 1000 });

/** Differences in pages, latest first. */
export const differencesListed = (status: Difference['status'] | undefined): Listing => ({
  collection: DIFFERENCES,
  where: { ...(status && { status }) },
  sortBy: 'foundAt',
  size: 20,
});
