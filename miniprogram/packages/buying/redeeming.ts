import { call, type Answer } from '../../lib/call';
import { requireLogin } from '../../lib/session';

export type Redeemed = Answer<'redeem'>;
type Reply =
  { readonly ok: true; readonly data: Redeemed } | { readonly ok: false; readonly message: string };

/** The server stops whoever guesses; elsewhere the same code means a moment, here an hour. */
const STOPPED = '输错的次数太多了，请一小时后再试';

/**
 * Redeems a code of the shop or claims a gift, registering a visitor first; undefined when that failed and the person
 * was told so. A repeat by the same person changes nothing.
 */
export const redeemCode = async (code: string): Promise<Reply | undefined> => {
  if (!(await requireLogin())) return undefined;
  const reply = await call('redeem', { code });
  if (reply.ok) return reply;
  return { ok: false, message: reply.code === 'RATE_LIMITED' ? STOPPED : reply.message };
};
