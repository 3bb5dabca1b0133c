import { fail, ok, type Result } from '../../shared/result';
import type { User } from '../accounts/user';
import type { Database } from '../database';
import { takePiece } from '../pools/pool';
import { claimId, type Claim } from './claim';
import { claimsOf, claimsOn } from './claims';
import type { Coupon } from './coupon';
import { stockOf } from './coupons';

type Asking = {
  readonly coupon: Coupon;
  readonly user: User;
  readonly openid: string;
  readonly requestId: string;
  readonly now: number;
};

/** How long a crash may leave somebody without an answer, before the outbox gives it. */
const PATIENCE_MS = 2 * 60_000;

/** Another phone of the same person may claim at the same time; more often than this is no accident. */
const ATTEMPTS = 3;

/**
 * Claims a coupon for somebody: the claim is noted first, then takes its piece of the stock, then counts; so a crash at
 * any point leaves nothing that the outbox does not finish, and no crowd gets more than there are (X12, X13).
 */
export const claimCoupon = async (
  db: Database,
  asking: Asking,
  attempt = 1,
): Promise<Result<Claim, 'COUPON_GONE' | 'COUPON_LIMIT' | 'CHANGED_MEANWHILE'>> => {
  const { coupon, user } = asking;
  const { claims } = await db.together({ claims: claimsOn(user._id, coupon._id) });
  const had = claims.filter(({ state }) => state !== 'asked');
  const same = had.find(({ requestId }) => requestId === asking.requestId);
  if (same) return ok(same);
  const refusal = refusalOf(asking, had.length);
  if (refusal) return fail(refusal);

  const begun = claims.find(({ state }) => state === 'asked');
  const claim = begun ?? newClaim(asking, claims.length + 1);
  if (begun ?? (await claimsOf(db).insertOnce(claim))) return takeStock(db, coupon, claim);
  return attempt < ATTEMPTS ? claimCoupon(db, asking, attempt + 1) : fail('CHANGED_MEANWHILE');
};

const refusalOf = (
  { coupon, now }: Asking,
  had: number,
): 'COUPON_GONE' | 'COUPON_LIMIT' | undefined => {
  if (coupon.handout === 'stopped' || now >= coupon.to) return 'COUPON_GONE';
  return had >= coupon.perUser ? 'COUPON_LIMIT' : undefined;
};

const newClaim = ({ coupon, user, openid, requestId, now }: Asking, n: number): Claim => ({
  _id: claimId(coupon._id, user._id, n),
  couponId: coupon._id,
  userId: user._id,
  openid,
  requestId,
  state: 'asked',
  heldBy: '',
  claimedAt: now,
  todo: ['settleClaim'],
  todoAt: now + PATIENCE_MS,
});

/** Takes a claim's piece of the stock; who finds none left may ask again, should there be more one day. */
export const takeStock = async (
  db: Database,
  { _id: couponId, stock }: Coupon,
  claim: Claim,
): Promise<Result<Claim, 'COUPON_GONE'>> => {
  const claims = claimsOf(db);
  if (!(await takePiece(db, { ...stockOf(couponId), cap: stock, token: claim._id }))) {
    await claims.giveUp(claim._id);
    return fail('COUPON_GONE');
  }
  await claims.confirm(claim._id);
  return ok({ ...claim, state: 'claimed' });
};
