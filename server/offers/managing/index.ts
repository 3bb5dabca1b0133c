import type { Input } from '../../../shared/contract';
import type { manageOffers } from '../../../shared/offers/contract';
import { fail } from '../../../shared/result';
import { listBatches, makeCodes, voidCodes } from './codes';
import { changeCoupon, listCoupons, makeCoupon } from './coupons';
import type { Answer, Asking, Desk } from './desk';

type Asked = Input<typeof manageOffers>;

/** What only admins do: a code is a sale that nobody pays for. */
const OF_ADMINS: readonly Asked['action'][] = ['listBatches', 'makeCodes', 'voidCodes'];

const ACTIONS: { readonly [A in Asked['action']]: (asked: Asking<A>, desk: Desk) => Answer } = {
  listCoupons,
  makeCoupon,
  changeCoupon,
  listBatches,
  makeCodes,
  voidCodes,
};

/** Does what an admin or a teacher asked about coupons and codes. */
export const manage = (asked: Asked, desk: Desk): Answer => {
  if (!desk.mayAll && OF_ADMINS.includes(asked.action)) return Promise.resolve(fail('NOT_ALLOWED'));
  const act = ACTIONS[asked.action] as (asked: Asked, desk: Desk) => Answer;
  return act(asked, desk);
};
