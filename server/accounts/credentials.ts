import { one, type Read } from '../database';

/** A username, which is one user's and stays so; `_id` is the name in lower case. */
export type Credential = {
  readonly _id: string;
  readonly userId: string;
  /** Without one the name is taken but opens nothing. */
  readonly passwordHash?: string;
};

export const credentialId = (username: string): string => username.toLowerCase();

/** The read that finds whose a username is. */
export const credentialOf = (username: string): Read<Credential, false> =>
  one<Credential>('credentials', { _id: credentialId(username) });
