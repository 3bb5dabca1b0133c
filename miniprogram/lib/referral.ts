import { ID } from '../../shared/id';

const KEY = 'referrals';

/** A link counts for so long after it was opened, ms; the latest one counts. */
const LASTS_MS = 15 * 24 * 60 * 60_000;

/** More courses than this are not remembered; the ones opened longest ago are forgotten first. */
const KEPT = 50;

/** Whose link of a course was opened on this phone, and when. */
type Referral = { readonly courseId: string; readonly by: string; readonly at: number };

const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value);

const isReferral = (stored: unknown): stored is Referral => {
  const { courseId, by, at } = (stored ?? {}) as Partial<Record<keyof Referral, unknown>>;
  return typeof courseId === 'string' && isId(by) && typeof at === 'number';
};

const current = (): Referral[] => {
  const stored: unknown = wx.getStorageSync(KEY);
  if (!Array.isArray(stored)) return [];
  return stored.filter(isReferral).filter(({ at }) => at > Date.now() - LASTS_MS);
};

/** Remembers whose link brought this phone to a course; a link that names nobody is as good as none. */
export const rememberReferral = (courseId: string, by: string): void => {
  if (!isId(by)) return;
  const others = current().filter((referral) => referral.courseId !== courseId);
  wx.setStorageSync(KEY, [{ courseId, by, at: Date.now() }, ...others].slice(0, KEPT));
};

/** Who brought this phone to a course, as far as it still counts. */
export const referralOf = (courseId: string): string | undefined =>
  current().find((referral) => referral.courseId === courseId)?.by;
