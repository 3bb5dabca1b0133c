import { delayAfter } from '../../shared/accounts/delays';
import { one, type Database } from '../database';
import type { Ids } from '../ports';

/** Wrong passwords in a row, of one identity or for one username; `_id` is which, sealed. */
type Delay = { readonly _id: string; readonly failures: number; readonly until: number };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** An identity waits longer than a username, whose owner must not be kept out by others for long. */
const LONGEST = { identity: 15 * MINUTE_MS, username: MINUTE_MS / 2 } as const;
type Kind = keyof typeof LONGEST;

/** Who tries to be whom. */
export type Attempt = { readonly openid: string; readonly username: string };

/** Slows down who tries passwords, by identity and by username. */
export const loginAttemptsOf = (db: Database, ids: Ids) => {
  const delays = db.collection<Delay>('loginDelays');
  const idsOf = ({ openid, username }: Attempt): Record<Kind, string> => ({
    identity: ids.sealed(`login by ${openid}`),
    username: ids.sealed(`login as ${username.toLowerCase()}`),
  });

  /** Counts a failure on what was read; false when another attempt came between, which then goes first. */
  const count = (before: Delay | undefined, next: Delay) => {
    if (!before) return delays.insertOnce(next);
    const { _id, failures, until } = before;
    return delays.updateIf(
      { _id, failures, until },
      { set: { failures: next.failures, until: next.until } },
    );
  };

  return {
    /**
     * Takes an attempt for a failure before it is looked at, so that trying many at once gains nothing.
     * False while the one before has not been waited for.
     */
    async begin(attempt: Attempt, now: number): Promise<boolean> {
      const { identity, username } = idsOf(attempt);
      const before = await db.together({
        identity: one<Delay>('loginDelays', { _id: identity }),
        username: one<Delay>('loginDelays', { _id: username }),
      });
      const mustWait = Math.max(before.identity?.until ?? 0, before.username?.until ?? 0) > now;
      if (mustWait) return false;
      const counted = await Promise.all([
        count(before.identity, oneMore({ kind: 'identity', _id: identity, now }, before.identity)),
        count(before.username, oneMore({ kind: 'username', _id: username, now }, before.username)),
      ]);
      return counted.every(Boolean);
    },

    /** The password was right: what was counted is forgotten. */
    async succeed(attempt: Attempt): Promise<void> {
      await Promise.all(Object.values(idsOf(attempt)).map((id) => delays.remove(id)));
    },
  };
};

/** The delay after one more failure; those of the day before are forgotten. */
const oneMore = (
  { kind, _id, now }: { kind: Kind; _id: string; now: number },
  before: Delay | undefined,
): Delay => {
  const failures = (before && now - before.until < DAY_MS ? before.failures : 0) + 1;
  return { _id, failures, until: now + delayAfter(failures, LONGEST[kind]) };
};
