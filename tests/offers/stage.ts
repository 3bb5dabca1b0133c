import type { Claim } from '../../server/offers/claim';
import type { Pool } from '../../server/pools/pool';
import { dataOf, type Phone, type TestCloud } from '../cloud';
import { freshRequest } from '../orders/stage';

/** The openid that `scripts/localCloud.ts` makes an admin of. */
export const ADMIN = 'oLocalAdmin';

const MONTH = 30 * 24 * 60 * 60_000;

/** What `makeCoupon` is asked for, unless a test says otherwise: 20 yuan off anything, once for everybody. */
export const couponTerms = (changes: object = {}) => ({
  action: 'makeCoupon',
  requestId: freshRequest(),
  title: '新人券',
  worth: { kind: 'fixed', amount: 2000 },
  scope: { kind: 'all' },
  minimum: 0,
  from: 1,
  to: Date.now() + 12 * MONTH,
  stock: 100,
  perUser: 1,
  handout: 'listed',
  fundedBy: 'shared',
  ...changes,
});

/** A coupon that an admin has made. */
export const madeCoupon = async (admin: Phone, changes: object = {}): Promise<string> => {
  const made = dataOf(await admin.call('manageOffers', couponTerms(changes)));
  const couponId = made.kind === 'coupons' ? made.items[0]?.couponId : undefined;
  if (!couponId) throw new Error('no coupon was made');
  return couponId;
};

export const claim = (phone: Phone, couponId: string, requestId = freshRequest()) =>
  phone.call('getOffers', { action: 'claim', requestId, couponId });

/** A coupon that an admin has made and somebody has claimed. */
export const claimed = async (admin: Phone, phone: Phone, changes: object = {}) => {
  const couponId = await madeCoupon(admin, changes);
  dataOf(await claim(phone, couponId));
  return couponId;
};

/** An order of a course with more than the course: a coupon, a gift, a platform. */
export const orderWith = (phone: Phone, courseId: string, more: object = {}) =>
  phone.call('createOrder', {
    requestId: freshRequest(),
    item: { kind: 'course', id: courseId },
    ...more,
  });

export const claimsOf = async (cloud: TestCloud, couponId: string): Promise<Claim[]> =>
  (await cloud.documents<Claim>('couponClaims')).filter((each) => each.couponId === couponId);

export const statesOf = async (cloud: TestCloud, couponId: string): Promise<string[]> =>
  (await claimsOf(cloud, couponId)).map(({ state }) => state);

export const stockOf = async (cloud: TestCloud, couponId: string): Promise<Pool | undefined> =>
  (await cloud.documents<Pool>('couponPools')).find(({ _id }) => _id === couponId);

/** The price of a course for somebody, line by line. */
export const quoteOf = async (phone: Phone, courseId: string, more: object = {}) => {
  const item = { kind: 'course', id: courseId };
  const shown = dataOf(await phone.call('getOffers', { action: 'quote', item, ...more }));
  if (shown.kind !== 'quote') throw new Error('no quote');
  return shown;
};
