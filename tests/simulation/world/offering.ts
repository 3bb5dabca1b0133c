import { giftCode } from '../../../server/offers/codes';
import { secretIds } from '../cloud';
import { buyWith, type Story } from './buying';
import { CODES, COUPONS, type CouponId } from './offers';
import type { Act } from './script';

const couponOf = ({ details }: Act): CouponId =>
  COUPONS[Math.floor((details[4] ?? 0) * COUPONS.length)] ?? 'cpn_many';

const claimed = (couponId: CouponId, { at }: Act) => ({
  action: 'claim',
  couponId,
  requestId: `claim${at}`,
});

const claimCoupon: Story = async (phone, act) => {
  await phone.call('getOffers', claimed(couponOf(act), act));
};

/** Claims a coupon, and the function dies on the way. */
const claimAndLose: Story = async (phone, act) => {
  const { stage, openid } = phone;
  const caller = { openid, source: 'wx_client' };
  const claiming = stage.call('getOffers', claimed(couponOf(act), act), caller);
  await phone.wait(10 + Math.floor((act.details[0] ?? 0) * 60));
  claiming.kill();
};

/** Claims a coupon, unless it is claimed already, and buys with it. */
const buyWithCoupon: Story = async (phone, act) => {
  const couponId = couponOf(act);
  await phone.call('getOffers', claimed(couponId, act));
  await buyWith(phone, act, { couponId });
};

/** Two items at once, and one coupon for both (X12). */
const buyTwoWithOneCoupon: Story = async (phone, act) => {
  const couponId = couponOf(act);
  await phone.call('getOffers', claimed(couponId, act));
  const other = { ...act, item: act.item === 'plain' ? 'limited' : 'plain' } as const;
  await Promise.all([
    buyWith(phone, act, { couponId }),
    buyWith(phone, { ...other, at: act.at + 0.5 }, { couponId }),
  ]);
};

const buyGift: Story = (phone, act) => buyWith(phone, act, { gift: true });

/** Somebody brings the code of a gift, their own or another's, bought or not. */
const takeGift: Story = async (phone, { details }) => {
  const gifts = phone.stage.documents('orders').filter(({ gift }) => gift);
  const gift = gifts[Math.floor((details[3] ?? 0) * gifts.length)];
  if (gift) await phone.call('redeem', { code: giftCode(secretIds, gift._id) });
};

const redeemCode: Story = async (phone, { details }) => {
  const code = (details[3] ?? 0) < 0.5 ? CODES.plain : CODES.month;
  await phone.call('redeem', { code });
};

export const OFFERING = {
  claimCoupon,
  claimAndLose,
  buyWithCoupon,
  buyTwoWithOneCoupon,
  buyGift,
  takeGift,
  redeemCode,
} satisfies Record<string, Story>;
