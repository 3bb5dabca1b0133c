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
  { caller, db, ids, now }: Context,
  credential: Credential | undefined,
): Promise<Result<Contact, Refusal>> => {
  if (!asksForContact(wanted)) return ok({});
  const { username, password, email, emailCode } = wanted;
  const openid = openidOf(caller);
  if (password !== undefined && !(username ?? caller.user?.username)) return fail('INVALID_INPUT');
  const subject = `contact-${ids.sealed(openid)}`;
  if (!(await withinLimit(db, { subject, limit: LIMIT, now }))) return fail('RATE_LIMITED');

  const refusal = username && usernameRefusal(caller.user, username, credential);
  if (refusal) return fail(refusal);
  const claim = email && { openid, email };
  if (claim && !(await emailCodesOf(db, ids).isRight(claim, emailCode ?? '', now))) {
    return fail('EMAIL_CODE_WRONG');
  }
  return ok({
    ...(username !== undefined && { username }),
    ...(password !== undefined && {
      passwordHash: await hashPassword(password, ids.fresh('salt')),
    }),
    ...(claim && { email: { ...claim, id: emailId(ids, claim.email) } }),
  });
};
