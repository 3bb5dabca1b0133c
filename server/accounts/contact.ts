import type { Database, Transaction } from '../database';
import type { Ports } from '../ports';
import { credentialId, type Credential } from './credentials';
import { emailCodesOf, type Claim } from './emailCodes';
import { emailId, releaseEmail, type Email } from './emails';
import { namesOf, type User } from './user';

/** What a user adds to their account: all of it was proven before. */
export type Contact = {
  readonly username?: string;
  readonly passwordHash?: string;
  readonly email?: Claim & { readonly id: string };
};

export type ContactRefusal = 'USERNAME_TAKEN' | 'USERNAME_FIXED' | 'EMAIL_TAKEN';

type Whose = Pick<User, '_id' | 'username'>;

/**
 * Why a username cannot be a user's, or nothing. One is chosen for good,
 * so that nobody takes over a name that someone was known by.
 */
export const usernameRefusal = (
  user: Whose | undefined,
  username: string,
  credential: Credential | undefined,
): ContactRefusal | undefined => {
  const has = user?.username;
  if (has && credentialId(has) !== credentialId(username)) return 'USERNAME_FIXED';
  return credential && credential.userId !== user?._id ? 'USERNAME_TAKEN' : undefined;
};

/** Adds to an account what its owner has proven, and clears up after. Gives why not, or nothing. */
export const completeAccount = async (
  { db, ids }: Pick<Ports, 'db' | 'ids'>,
  user: User,
  contact: Contact,
): Promise<ContactRefusal | undefined> => {
  if (Object.keys(contact).length === 0) return undefined;
  const refusal = await addContact(db, user._id, contact);
  if (refusal || !contact.email) return refusal;

  await emailCodesOf(db, ids).forget(contact.email);
  const replaced = user.email !== undefined && user.email !== contact.email.email;
  if (replaced) await releaseEmail(db, emailId(ids, user.email));
  return undefined;
};

/** All or nothing, in one transaction: of two users who want the same one at the same time, one gets it. */
const addContact = (
  db: Database,
  userId: string,
  contact: Contact,
): Promise<ContactRefusal | undefined> =>
  db.transaction(async (tx) => {
    const user = await tx.get<User>('users', userId);
    if (!user) throw new Error(`no user ${userId}`);
    const username = contact.username ?? user.username;
    const refusal =
      (await nameRefused(tx, user, username)) ?? (await emailRefused(tx, user, contact));
    if (refusal) return refusal;

    if (username) await writeCredential(tx, { userId, username, contact });
    if (contact.email) await tx.put<Email>('emails', { _id: contact.email.id, userId });
    await tx.update('users', userId, { set: additions(user, username, contact) });
    return undefined;
  });

/** What an account is called and reached by, with what is added. */
const additions = (user: User, username: string | undefined, { email }: Contact) => ({
  names: namesOf(user.nickname, username),
  ...(username && { username: user.username ?? username }),
  ...(email && { email: email.email }),
});

const nameRefused = async (tx: Transaction, user: User, username: string | undefined) =>
  username === undefined
    ? undefined
    : usernameRefusal(
        user,
        username,
        await tx.get<Credential>('credentials', credentialId(username)),
      );

const emailRefused = async (tx: Transaction, user: User, { email }: Contact) => {
  const taken = email && (await tx.get<Email>('emails', email.id));
  return taken && taken.userId !== user._id ? ('EMAIL_TAKEN' as const) : undefined;
};

const writeCredential = async (
  tx: Transaction,
  { userId, username, contact }: { userId: string; username: string; contact: Contact },
) => {
  const _id = credentialId(username);
  const before = await tx.get<Credential>('credentials', _id);
  const { passwordHash = before?.passwordHash } = contact;
  await tx.put<Credential>('credentials', { _id, userId, ...(passwordHash && { passwordHash }) });
};
