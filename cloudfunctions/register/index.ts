import { completeAccount } from '../../server/accounts/contact';
import { credentialOf } from '../../server/accounts/credentials';
import { proveContact } from '../../server/accounts/proving';
import { defaultNickname, settle } from '../../server/accounts/settling';
import { openidOf } from '../../server/caller';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { register as contract } from '../../shared/accounts/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  reads: ({ username }) => ({ credential: credentialOf(username ?? '') }),

  run: async (input, context) => {
    const contact = await proveContact(input, context, context.found.credential);
    if (!contact.ok) return contact;

    const user = context.caller.user ?? (await enrol(input.nickname, context));
    if (!user) return fail('CONTENT_REJECTED');
    const refusal = await completeAccount(context, user, contact.data);
    if (refusal) return fail(refusal);
    return ok({ userId: user._id, role: user.role, nickname: user.nickname });
  },
});

/** Makes the caller a user, under a name of their own or one of ours; nothing when the name cannot be shown. */
const enrol = async (nickname: string | undefined, context: Context) => {
  const { caller, contentCheck, ids, now } = context;
  const openid = openidOf(caller);
  if (nickname === undefined) {
    return settle(context, { openid, nickname: defaultNickname(ids), now });
  }
  const verdict = await contentCheck.text(openid, 1, nickname);
  return verdict === 'pass' ? settle(context, { openid, nickname, now }) : undefined;
};

export const main = live(handler);
