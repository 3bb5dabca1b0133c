import { messages } from '../../../../../shared/messages';
import { MOST_AFFILIATE_SHARE, WHOLE_PRICE } from '../../../../../shared/shop/shares';
import { formatYuan, parseYuan, ZERO, type Fen } from '../../../../../shared/money';
import type { Answer, Question } from '../../../../lib/call';

/** The rules of money as they are typed: days and percents as whole numbers, the limit in yuan. */
export type TermsForm = {
  readonly days: string;
  readonly maxPercent: string;
  readonly teacherLimit: string;
  readonly course: string;
  readonly membership: string;
  readonly affiliate: string;
};

export const EMPTY_TERMS: TermsForm = {
  days: '',
  maxPercent: '',
  teacherLimit: '',
  course: '',
  membership: '',
  affiliate: '',
};

/** Basis points as percent. */
const percentOf = (basisPoints: number): string => String(basisPoints / 100);

type Terms = Pick<Answer<'manageShop'>, 'refundRule' | 'teacherShare' | 'affiliateShare'>;

export const formOf = ({ refundRule, teacherShare, affiliateShare }: Terms): TermsForm => ({
  days: String(refundRule.days),
  maxPercent: String(refundRule.maxPercent),
  teacherLimit: formatYuan(refundRule.teacherLimit),
  course: percentOf(teacherShare.course),
  membership: percentOf(teacherShare.membership),
  affiliate: percentOf(affiliateShare),
});

const isWhole = (typed: string, most: number): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= most;

/** A percent with two decimals at most, which is a whole number of basis points. */
const basisPointsOf = (typed: string, most = WHOLE_PRICE): number | undefined => {
  const points = parseYuan(typed);
  return points !== undefined && points >= 0 && points <= most ? points : undefined;
};

const affiliateShareOf = ({ affiliate }: TermsForm): number | undefined =>
  basisPointsOf(affiliate, MOST_AFFILIATE_SHARE);

const HIGHEST_LIMIT = 100_000_000;
const limitOf = (typed: string): Fen | undefined => {
  const limit = parseYuan(typed);
  return limit !== undefined && limit >= ZERO && limit <= HIGHEST_LIMIT ? limit : undefined;
};

type Check = readonly [(form: TermsForm) => boolean, string];

const CHECKS: readonly Check[] = [
  [({ days }) => !isWhole(days, 90), '退款天数为 0 到 90'],
  [({ maxPercent }) => !isWhole(maxPercent, 100), '学习进度为 0 到 100'],
  [({ teacherLimit }) => limitOf(teacherLimit) === undefined, '请填写讲师可退的金额'],
  [({ course }) => basisPointsOf(course) === undefined, '课程分成为 0 到 100'],
  [({ membership }) => basisPointsOf(membership) === undefined, '会员分成为 0 到 100'],
  [(form) => affiliateShareOf(form) === undefined, '推广佣金为 0 到 50'],
  [
    (form) => (basisPointsOf(form.course) ?? 0) + (affiliateShareOf(form) ?? 0) > WHOLE_PRICE,
    messages.SHARES_EXCEED_PRICE,
  ],
];

/** What must be put right before it can be saved; empty when nothing must. */
export const problemOf = (form: TermsForm): string =>
  CHECKS.find(([isWrong]) => isWrong(form))?.[1] ?? '';

/** What `manageShop` takes to save it. */
export const saveQuestion = (form: TermsForm): Question<'manageShop'> => ({
  action: 'saveTerms',
  refundRule: {
    days: Number(form.days),
    maxPercent: Number(form.maxPercent),
    teacherLimit: limitOf(form.teacherLimit) ?? ZERO,
  },
  teacherShare: {
    course: basisPointsOf(form.course) ?? 0,
    membership: basisPointsOf(form.membership) ?? 0,
  },
  affiliateShare: affiliateShareOf(form) ?? 0,
});
