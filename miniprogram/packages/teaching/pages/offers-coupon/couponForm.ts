import { parseYuan, ZERO } from '../../../../../shared/money';
import type { CouponRow } from '../../../../../shared/offers/contract';
import { dayAfter, endOfDay, startOfDay } from '../../../../lib/calendar';
import type { Question } from '../../../../lib/call';
import { day } from '../../../../lib/format';

type Named = { readonly id: string; readonly word: string };

/** A coupon as it is typed: amounts in yuan, the part that is left in tenths, as shops say it (`8.5` 折). */
export type CouponForm = {
  readonly title: string;
  readonly kind: CouponRow['worth']['kind'];
  readonly amount: string;
  readonly tenths: string;
  /** Empty for no limit. */
  readonly atMost: string;
  readonly minimum: string;
  readonly scope: CouponRow['scope']['kind'];
  readonly courses: readonly Named[];
  readonly categories: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly stock: string;
  readonly perUser: string;
  readonly handout: 'listed' | 'link';
  readonly fundedBy: CouponRow['fundedBy'];
};

const USUAL_DAYS = 30;

/** The form one begins with. */
export const emptyForm = (now: number): CouponForm => ({
  title: '',
  kind: 'fixed',
  amount: '',
  tenths: '',
  atMost: '',
  minimum: '',
  scope: 'course',
  courses: [],
  categories: [],
  from: day(now),
  to: dayAfter(now, USUAL_DAYS),
  stock: '100',
  perUser: '1',
  handout: 'listed',
  fundedBy: 'shared',
});

const positive = (typed: string): boolean => (parseYuan(typed) ?? ZERO) > 0;
const positiveOrEmpty = (typed: string): boolean => typed.trim() === '' || positive(typed);

const wholeUpTo = (typed: string, most: number): boolean =>
  /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most;

/** `8.5` 折 takes 15 percent off; undefined for what is no such word. */
export const percentOff = (tenths: string): number | undefined => {
  const [, whole, rest = '0'] = /^(\d)(?:\.(\d))?$/.exec(tenths.trim()) ?? [];
  if (whole === undefined) return undefined;
  const percent = 100 - (Number(whole) * 10 + Number(rest));
  return percent >= 1 && percent <= 99 ? percent : undefined;
};

const titleLength = ({ title }: CouponForm): number => [...title.trim()].length;

type Check = readonly [(form: CouponForm) => boolean, string];

const CHECKS: readonly Check[] = [
  [(form) => titleLength(form) < 2 || titleLength(form) > 20, '名称为 2 到 20 个字'],
  [({ kind, amount }) => kind === 'fixed' && !positive(amount), '请填写减免金额'],
  [({ kind, tenths }) => kind === 'percent' && !percentOff(tenths), '折扣填 0.1 到 9.9，如 8.5'],
  [({ kind, atMost }) => kind === 'percent' && !positiveOrEmpty(atMost), '最多减免请填写金额'],
  [({ minimum }) => !positiveOrEmpty(minimum), '使用门槛请填写金额'],
  [({ scope, courses }) => scope === 'course' && !courses.length, '请选择课程'],
  [({ scope, categories }) => scope === 'category' && !categories.length, '请选择分类'],
  [({ from, to }) => to < from, '结束日期不能早于开始日期'],
  [({ stock }) => !wholeUpTo(stock, 5000), '发放数量为 1 到 5000'],
  [({ perUser }) => !wholeUpTo(perUser, 10), '每人限领 1 到 10 张'],
];

/** What is wrong with a form first; empty when it can be sent. */
export const complaintOf = (form: CouponForm): string =>
  CHECKS.find(([isWrong]) => isWrong(form))?.[1] ?? '';

const worthOf = ({ kind, amount, tenths, atMost }: CouponForm): CouponRow['worth'] => {
  if (kind === 'fixed') return { kind, amount: parseYuan(amount) ?? ZERO };
  const limit = parseYuan(atMost);
  return { kind, percent: percentOff(tenths) ?? 1, ...(limit !== undefined && { atMost: limit }) };
};

const scopeOf = ({ scope, courses, categories }: CouponForm): CouponRow['scope'] => {
  if (scope === 'course') return { kind: scope, ids: courses.map(({ id }) => id) };
  return scope === 'category' ? { kind: scope, ids: [...categories] } : { kind: scope };
};

type Coupon = Omit<
  Extract<Question<'manageOffers'>, { action: 'makeCoupon' }>,
  'action' | 'requestId'
>;

/** What `makeCoupon` takes of a form without complaint. */
export const couponOf = (form: CouponForm): Coupon => ({
  title: form.title.trim(),
  worth: worthOf(form),
  scope: scopeOf(form),
  minimum: parseYuan(form.minimum) ?? ZERO,
  from: startOfDay(form.from),
  to: endOfDay(form.to),
  stock: Number(form.stock),
  perUser: Number(form.perUser),
  handout: form.handout,
  fundedBy: form.fundedBy,
});
