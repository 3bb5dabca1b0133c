import type { register } from '../../shared/accounts/contract';
import type { Input } from '../../shared/contract';
import { fail, ok, type Result } from '../../shared/result';
import { openidOf } from '../caller';
import type { Context } from '../context';
import { withinLimit } from '../rateLimit';
import { usernameRefusal, type Contact, type ContactRefusal } from './contact';
import type { Credential } from './credentials';
import { emailCodesOf } from './emailCodes';
import { emailId } from './emails';
import { hashPassword } from './passwords';

type Wanted = Pick<Input<typeof register>, 'username' | 'password' | 'email' | 'emailCode'>;

const LIMIT = { calls: 10, minutes: 1 };

type Refusal = 'INVALID_INPUT' | 'RATE_LIMITED' | 'EMAIL_CODE_WRONG' | ContactRefusal;

const asksForContact = ({ username, password, email }: Wanted): boolean =>
  username !== undefined || password !== undefined || email !== undefined;

/**
 * Turns what a person typed into what may be added to their account: the password hashed, the address proven
 * by its code; nothing when nothing was typed. Limited per person, since it costs work and answers whether a name is taken.
 */
export const proveContact = async (
  wanted: Wanted,
  context: Context,
  credential: Credential | undefined,
): Promise<Result<Contact, Refusal>> => {
  if (!asksForContact(wanted)) return ok({});
  const refusal =
    (await beforeWork(wanted, context)) ??
    nameRefusal(wanted, context, credential) ??
    (await codeRefusal(wanted, context));
  return refusal ? fail(refusal) : ok(await contactOf(wanted, context));
};

const beforeWork = async (
  { username, password }: Wanted,
  { caller, db, ids, now }: Context,
): Promise<Refusal | undefined> => {
  if (password !== undefined && !(username ?? caller.user?.username)) return 'INVALID_INPUT';
  const subject = `contact-${ids.sealed(openidOf(caller))}`;
  return (await withinLimit(db, { subject, limit: LIMIT, now })) ? undefined : 'RATE_LIMITED';
};

const nameRefusal = (
  { username }: Wanted,
  { caller }: Context,
  credential: Credential | undefined,
): Refusal | undefined =>
  username === undefined ? undefined : usernameRefusal(caller.user, username, credential);

const codeRefusal = async (
  { email, emailCode = '' }: Wanted,
  { caller, db, ids, now }: Context,
): Promise<Refusal | undefined> => {
  if (email === undefined) return undefined;
  const claim = { openid: openidOf(caller), email };
  return (await emailCodesOf(db, ids).isRight(claim, emailCode, now))
    ? undefined
    : 'EMAIL_CODE_WRONG';
};

const contactOf = async (
  { username, password, email }: Wanted,
  { caller, ids }: Context,
): Promise<Contact> => ({
  ...(username !== undefined && { username }),
  ...(password !== undefined && { passwordHash: await hashPassword(password, ids.fresh('salt')) }),
  ...(email !== undefined && {
    email: { openid: openidOf(caller), email, id: emailId(ids, email) },
  }),
});
