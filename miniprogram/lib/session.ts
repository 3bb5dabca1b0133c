import { keepTemplates } from './askToNotify';
import { call, type Answer, type PhoneReply } from './call';
import { requestId } from './requestId';
import { sayWhy } from './say';

export type Me = NonNullable<Answer<'getMe'>['me']>;

let asked: Promise<PhoneReply<'getMe'>> | undefined;

/** Who the caller is; asked once and remembered, unless `fresh`. A failure is not remembered. */
export const whoAmI = async (fresh = false): Promise<PhoneReply<'getMe'>> => {
  if (fresh || !asked) asked = call('getMe', {});
  const question = asked;
  const reply = await question;
  if (reply.ok) keepTemplates(reply.data.messageTemplates);
  else if (asked === question) asked = undefined;
  return reply;
};

/** Makes the next `whoAmI` ask again, as after the account changed. */
export const forgetWhoIAm = (): void => {
  asked = undefined;
};

/**
 * Makes sure the caller is a user, registering a visitor at once: in WeChat one tap is all it takes.
 * Answers undefined after telling the person why it failed.
 */
export const requireLogin = async (): Promise<Me | undefined> => {
  const known = await whoAmI();
  if (known.ok && known.data.me) return known.data.me;
  const registered = await call('register', { requestId: requestId() });
  if (!registered.ok) {
    sayWhy(registered);
    return undefined;
  }
  const now = await whoAmI(true);
  return now.ok ? now.data.me : undefined;
};
