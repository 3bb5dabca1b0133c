import type { CourseDraft } from '../../../../../shared/teaching/contract';
import { emptyPrices, PRICE_CHECKS, priceFields, pricesOf, type PriceForm } from './prices';

/** A course as its teacher types it: the seats as text, empty for what is not chosen. */
export type CourseForm = PriceForm & {
  readonly title: string;
  readonly subtitle: string;
  readonly introduction: string;
  readonly categoryId: string;
  readonly cover: string;
  readonly seatCap: string;
};

/** What is wrong with a field, in the words its author reads. */
export type Problems = Partial<Record<keyof CourseForm, string>>;

export const EMPTY_FORM: CourseForm = {
  title: '',
  subtitle: '',
  introduction: '',
  categoryId: '',
  cover: '',
  ...emptyPrices(Date.now()),
  seatCap: '',
};

const MOST_SEATS = 5000;

/** The form that shows a saved course. */
export const formOf = (draft: CourseDraft): CourseForm => ({
  title: draft.title,
  subtitle: draft.subtitle,
  introduction: draft.introduction,
  categoryId: draft.categoryId ?? '',
  cover: draft.cover ?? '',
  ...pricesOf(draft),
  seatCap: draft.seatCap === undefined ? '' : String(draft.seatCap),
});

const readSeats = (typed: string): number | undefined => {
  const seats = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return seats >= 1 && seats <= MOST_SEATS ? seats : undefined;
};

const lengthOf = (text: string): number => [...text.trim()].length;

type Check = (form: CourseForm) => string | false;

const CHECKS: readonly (readonly [keyof CourseForm, Check])[] = [
  ['title', ({ title }) => lengthOf(title) < 2 && '课程名称至少 2 个字'],
  ['title', ({ title }) => lengthOf(title) > 40 && '课程名称最多 40 个字'],
  ['subtitle', ({ subtitle }) => lengthOf(subtitle) > 60 && '一句话介绍最多 60 个字'],
  ['introduction', ({ introduction }) => lengthOf(introduction) > 5000 && '详细介绍最多 5000 字'],
  ...PRICE_CHECKS,
  [
    'seatCap',
    ({ seatCap }) =>
      seatCap.trim() !== '' && readSeats(seatCap) === undefined && '名额为 1 到 5000 的整数',
  ],
];

/** What must be put right before the form can be saved; the first problem of each field. */
export const problemsOf = (form: CourseForm): Problems =>
  CHECKS.reduce<Problems>((problems, [field, check]) => {
    const problem = check(form);
    return problem && problems[field] === undefined ? { ...problems, [field]: problem } : problems;
  }, {});

/** What `editCourse` takes of a form without problems; what was left empty is left out. */
export const fieldsOf = (form: CourseForm) => {
  const seatCap = readSeats(form.seatCap);
  return {
    title: form.title.trim(),
    subtitle: form.subtitle.trim(),
    introduction: form.introduction.trim(),
    ...priceFields(form),
    ...(form.categoryId && { categoryId: form.categoryId }),
    ...(form.cover && { cover: form.cover }),
    ...(seatCap !== undefined && { seatCap }),
  };
};
