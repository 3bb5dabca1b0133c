import { many, oneOf, type Database, type Read } from '../database';
import type { Claim } from './claim';

const CLAIMS = 'couponClaims';

/** Nobody may claim a coupon more often than this. */
const MOST_PER_USER = 10;

/** Every claim, and the only way to change one. */
export const claimsOf = (db: Database) => {
  const claims = db.collection<Claim>(CLAIMS);
  return {
    get: (id: string) => claims.get(id),

    insertOnce: (claim: Claim) => claims.insertOnce(claim),

    /** A piece of the stock is theirs. */
    confirm: (id: string) =>
      claims.updateIf(
        { _id: id, state: 'asked' },
        { set: { state: 'claimed', todo: [] }, unset: ['todoAt'] },
      ),

    /** Leaves off asking: the stock is gone. */
    giveUp: (id: string) =>
      claims.updateIf({ _id: id, state: 'asked' }, { set: { todo: [] }, unset: ['todoAt'] }),

    /** Takes a claim for a token, if nobody but the same order has it, under whatever number. */
    reserve: (id: string, token: string, ownTokens: readonly string[]) =>
      claims.updateIf(
        { _id: id, state: oneOf(['claimed', 'reserved']), heldBy: oneOf(['', ...ownTokens]) },
        { set: { state: 'reserved', heldBy: token } },
      ),

    /** Uses a claim up that a token has. */
    use: (id: string, token: string) =>
      claims.updateIf({ _id: id, state: 'reserved', heldBy: token }, { set: { state: 'used' } }),

    /** Gives a claim back that a token has, also one that was used; another token's stays as it is. */
    release: (id: string, token: string) =>
      claims.updateIf(
        { _id: id, state: oneOf(['reserved', 'used']), heldBy: token },
        { set: { state: 'claimed', heldBy: '' } },
      ),
  };
};

/** The read of the claims on a coupon that a phone made. */
export const claimsOfPhone = (openid: string, couponId: string): Read<Claim, true> =>
  many<Claim>(CLAIMS, { openid, couponId }, { limit: MOST_PER_USER });

/** The read of a person's claims on a coupon, from whatever phone. */
export const claimsOn = (userId: string, couponId: string): Read<Claim, true> =>
  many<Claim>(CLAIMS, { userId, couponId }, { limit: MOST_PER_USER });

/** The read of a person's newest claims. */
export const newestClaims = (userId: string, limit: number): Read<Claim, true> =>
  many<Claim>(CLAIMS, { userId }, { orderBy: [['claimedAt', 'desc']], limit });
