import type { Role } from '../../shared/accounts/roles';
import type { Rights } from '../../shared/access/rights';

/**
 * Who someone is and what they own, in one document, so that every call learns both in one read.
 * `_id` is derived from the WeChat identity that registered; `openids` are the identities it answers to.
 */
export type User = {
  readonly _id: string;
  readonly openids: readonly string[];
  readonly role: Role;
  readonly rights: Rights;
  readonly nickname: string;
  readonly avatar?: string;
  readonly introduction: string;
  readonly username?: string;
  readonly email?: string;
  readonly joinedAt: number;
  /** Set when the person erased their account: nothing personal is left above. */
  readonly erasedAt?: number;
};
