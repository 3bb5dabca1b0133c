import type { ErrorOf, Output } from '../../shared/contract';
import { redeem as contract } from '../../shared/offers/contract';
import { fail, ok, type Result } from '../../shared/result';
import { openidOf, userOf } from '../../server/caller';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { beginAttempt, forgiveAttempt } from '../../server/offers/codeAttempts';
import { codeHash } from '../../server/offers/codes';
import { codeBy } from '../../server/offers/redeemCodes';
import { redeemCode } from '../../server/offers/redeeming';
import { takeGift } from '../../server/offers/takingGift';
import type { Item } from '../../server/orders/order';
import { giftBy } from '../../server/orders/orders';

type Answer = Result<Output<typeof contract>, ErrorOf<typeof contract>>;

export const handler = defineFunction(contract, {
  run: async ({ code }, context) => {
    const { caller, db, ids } = context;
    const attempt = { ...context, userId: userOf(caller)._id, clientIp: caller.clientIp };
    if (!(await beginAttempt(attempt))) return fail('RATE_LIMITED');

    const hash = codeHash(ids, code);
    const { card, gift } = await db.together({ card: codeBy(hash), gift: giftBy(hash) });
    const answer = gift ? await take(gift._id, context) : await redeemCard(card?._id, context);
    const wasWrong = !answer.ok && answer.code === 'CODE_NOT_USABLE';
    if (!wasWrong) await forgiveAttempt(attempt);
    return answer;
  },
});

const take = async (orderId: string, context: Context): Promise<Answer> => {
  const { caller, now } = context;
  const taken = await takeGift(context, { orderId, user: userOf(caller), now });
  return taken.ok ? ok({ kind: 'gift', item: shown(taken.data.item) }) : taken;
};

const redeemCard = async (codeId: string | undefined, context: Context): Promise<Answer> => {
  if (codeId === undefined) return fail('CODE_NOT_USABLE');
  const { caller, now } = context;
  const [user, openid] = [userOf(caller), openidOf(caller)];
  const redeemed = await redeemCode(context, { codeId, user, openid, via: caller.source, now });
  if (!redeemed.ok) return redeemed;
  const { orderId, item } = redeemed.data;
  return ok({ kind: 'code', item: shown(item), orderId });
};

const shown = ({ kind, id, title }: Item) => ({ kind, id, title });

export const main = live(handler);
