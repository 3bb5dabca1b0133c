import type { Rights } from '../../shared/access/rights';
import type { Role } from '../../shared/accounts/roles';

/**
 * Who someone is and what they own, in one document, so that every call learns both in one read.
 * `_id` is derived from the WeChat identity that registered; `openids` are the identities it answers to.
 */
export type User = {
  readonly _id: string;
  /** Each belongs to one user only. Never empty: see `identities.ts`. */
  readonly openids: readonly string[];
  readonly role: Role;
  readonly rights: Rights;
  readonly nickname: string;
  /** What an admin finds the user by: nickname and username in lower case. */
  readonly names: readonly string[];
  readonly avatar?: string;
  readonly introduction: string;
  readonly username?: string;
  readonly email?: string;
  readonly joinedAt: number;
  /** The file of the last export of their data, until the next one takes its place. */
  readonly exportFile?: string;
  /** Set when the person erased their account: nothing personal is left above. */
  readonly erasedAt?: number;
};

/** What `names` holds for someone called so. */
export const namesOf = (nickname: string, username?: string): string[] =>
  [nickname, username ?? ''].filter(Boolean).map((name) => name.toLowerCase());
