import { below, many, notContaining, one, oneOf, type Database, type Read } from '../database';

/** Something of which there is only so much: who holds a piece, by token. `taken` is always the number of holders. */
export type Pool = {
  readonly _id: string;
  readonly cap: number;
  readonly taken: number;
  readonly holders: readonly string[];
};

/** The places of limited courses, by course; the stock of coupons, by coupon. */
export type PoolKind = 'seatPools' | 'couponPools';

/** One pool. */
export type PoolPlace = { readonly kind: PoolKind; readonly id: string };

/** The read of a pool; it exists from the first piece taken on. */
export const poolAt = ({ kind, id }: PoolPlace): Read<Pool, false> => one<Pool>(kind, { _id: id });

/** The read of how many pieces are gone of each of several pools. */
export const takenFrom = (
  kind: PoolKind,
  ids: readonly string[],
): Read<Pick<Pool, '_id' | 'taken'>, true> =>
  many(kind, { _id: oneOf(ids) }, { limit: ids.length + 1, fields: ['taken'] });

/**
 * Takes a piece for a token: one conditional update, so that no crowd can take more than there are (R6).
 * True when the token holds a piece, also when it held it before.
 */
export const takePiece = async (
  db: Database,
  { kind, id, cap, token }: PoolPlace & { readonly cap: number; readonly token: string },
): Promise<boolean> => {
  const pools = db.collection<Pool>(kind);
  const take = () =>
    pools.updateIf(
      { _id: id, holders: notContaining([token]), taken: below(cap) },
      { increase: { taken: 1 }, append: { holders: [token] }, set: { cap } },
    );
  if (cap < 1) return false;
  if (await take()) return true;
  const pool = await pools.get(id);
  if (pool) return pool.holders.includes(token);
  const first = { _id: id, cap, taken: 1, holders: [token] };
  if ((await pools.insertOnce(first)) || (await take())) return true;
  // The same token may have been the one that came first: a second tap, or the same request sent twice.
  return (await pools.get(id))?.holders.includes(token) === true;
};

/** Gives a piece back; repeating it is harmless, and it never touches another token's piece. */
export const releasePiece = (
  db: Database,
  { kind, id, token }: PoolPlace & { readonly token: string },
): Promise<boolean> =>
  db
    .collection<Pool>(kind)
    .updateIf(
      { _id: id, holders: token },
      { increase: { taken: -1 }, takeOut: { holders: token } },
    );
