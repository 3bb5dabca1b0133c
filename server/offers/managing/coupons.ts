import { fail, ok } from '../../../shared/result';
import { coursesBy } from '../../catalogue/courses';
import { readPage } from '../../paging';
import type { Pool } from '../../pools/pool';
import type { Coupon } from '../coupon';
import { couponBy, couponPages, couponsOf, stockBy, stockTaken } from '../coupons';
import { couponRow } from '../shown';
import type { Answer, Asking, Desk } from './desk';

/** Coupons in pages, newest first: a teacher's own, or all for an admin. */
export const listCoupons = async (
  { cursor }: Asking<'listCoupons'>,
  { db, userId, mayAll }: Desk,
): Answer => {
  const page = await readPage<Coupon>(db, couponPages(mayAll ? undefined : userId), cursor);
  const ids = page.items.map(({ _id }) => _id);
  const { taken } = await db.together({ taken: stockTaken(ids) });
  const items = page.items.map((coupon) =>
    couponRow(coupon, taken.find(({ _id }) => _id === coupon._id)?.taken ?? 0),
  );
  return ok({ kind: 'coupons', ...page, items });
};

type Terms = Asking<'makeCoupon'>;

/** Makes a coupon; the same request again gives the same coupon. */
export const makeCoupon = async (asked: Terms, desk: Desk): Answer => {
  if (!desk.mayAll && !(await isOfOwnCourses(asked, desk))) return fail('NOT_ALLOWED');
  const coupon = newCoupon(asked, desk);
  const coupons = couponsOf(desk.db);
  if (await coupons.insertOnce(coupon)) return shown(coupon, desk);
  const made = await coupons.get(coupon._id);
  return made && isSame(made, coupon) ? shown(made, desk) : fail('REQUEST_REUSED');
};

/** A teacher gives away of their own and of nobody else's: on their courses, borne together. */
const isOfOwnCourses = async (
  { scope, fundedBy }: Terms,
  { db, userId }: Desk,
): Promise<boolean> => {
  if (scope.kind !== 'course' || fundedBy !== 'shared') return false;
  const { courses } = await db.together({ courses: coursesBy(scope.ids) });
  const own = courses.filter(({ teacherId }) => teacherId === userId).map(({ _id }) => _id);
  return scope.ids.every((id) => own.includes(id));
};

const newCoupon = (
  { action: _action, requestId, ...terms }: Terms,
  { ids, userId, now }: Desk,
): Coupon => ({
  _id: ids.derived('cpn', userId, requestId),
  version: 1,
  ...terms,
  madeBy: userId,
  madeAt: now,
});

/** What a repeated request must ask for again; the rest may have been changed since. */
const FIXED = ['worth', 'scope', 'minimum', 'from', 'perUser', 'fundedBy'] as const;

const isSame = (made: Coupon, asked: Coupon): boolean =>
  FIXED.every((field) => JSON.stringify(made[field]) === JSON.stringify(asked[field]));

/** Changes what may change of a coupon, on the version that was read. */
export const changeCoupon = async (
  { couponId, version, title, to, stock, handout }: Asking<'changeCoupon'>,
  desk: Desk,
): Answer => {
  const { db } = desk;
  const { coupon, pool } = await db.together({
    coupon: couponBy(couponId),
    pool: stockBy(couponId),
  });
  if (!coupon || !isTheirs(coupon, desk)) return fail('NOT_FOUND');
  if (coupon.version !== version) return fail('CHANGED_MEANWHILE');
  const changes = { title, to, stock, handout };
  if (to <= coupon.from || stock < takenOf(pool)) return fail('INVALID_INPUT');
  if (!(await couponsOf(db).change(coupon, changes))) return fail('CHANGED_MEANWHILE');
  return shown({ ...coupon, ...changes, version: version + 1 }, desk);
};

const isTheirs = ({ madeBy }: Coupon, { userId, mayAll }: Desk): boolean =>
  mayAll || madeBy === userId;

const takenOf = (pool: Pool | undefined): number => pool?.taken ?? 0;

const shown = async (coupon: Coupon, { db }: Pick<Desk, 'db'>): Answer => {
  const { pool } = await db.together({ pool: stockBy(coupon._id) });
  return ok({ kind: 'coupons', items: [couponRow(coupon, takenOf(pool))] });
};
