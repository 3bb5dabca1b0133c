import {
  EMPTY_FORM,
  fieldsOf,
  formOf,
  problemsOf,
  type CourseForm,
} from '../../../miniprogram/packages/teaching/pages/course-edit/courseForm';
import { readPrice } from '../../../miniprogram/packages/teaching/pages/course-edit/prices';
import { fen } from '../../../shared/money';
import type { CourseDraft } from '../../../shared/teaching/contract';

const aForm = (change: Partial<CourseForm> = {}): CourseForm => ({
  ...EMPTY_FORM,
  title: '数据分析入门',
  price: '128',
  ...change,
});

const aDraft = (): CourseDraft => ({
  courseId: 'crs_one',
  version: 3,
  status: 'draft',
  title: '数据分析入门',
  subtitle: '从表格到图表',
  introduction: '一共十节课',
  categoryId: 'cat_tech',
  cover: 'cloud://env.bucket/covers/one.png',
  price: fen(12_850),
  memberFree: true,
  seatCap: 30,
  chapters: [],
  learnerCount: 0,
  updatedAt: 0,
});

describe('the price a teacher types', () => {
  it.each([
    ['128', 12_800],
    ['0.6', 60],
    ['19.99', 1999],
    ['0', 0],
    ['1000000', 100_000_000],
  ])('reads %s yuan as %i fen (S19)', (typed, amount) => {
    expect(readPrice(typed)).toBe(amount);
  });

  it.each(['', '一百', '1.999', '-1', '1e3', '1000000.01', '1,000'])(
    'refuses %p instead of guessing',
    (typed) => {
      expect(readPrice(typed)).toBeUndefined();
      expect(problemsOf(aForm({ price: typed })).price).toBeDefined();
    },
  );
});

describe('the prices beside the list price', () => {
  const sold = { onSale: true, salePrice: '99', saleFrom: '2026-11-23', saleTo: '2026-11-30' };

  it('lasts from the first moment of its first day to the last of its last', () => {
    expect(fieldsOf(aForm(sold))).toMatchObject({
      sale: {
        price: 9900,
        from: new Date(2026, 10, 23).getTime(),
        to: new Date(2026, 11, 1).getTime(),
      },
    });
  });

  it('shows a saved sale by the same days', () => {
    const { sale } = fieldsOf(aForm(sold));
    expect(formOf({ ...aDraft(), ...(sale && { sale }) })).toMatchObject({
      onSale: true,
      salePrice: '99.00',
      saleFrom: '2026-11-23',
      saleTo: '2026-11-30',
    });
  });

  it('must be lower than it, and a sale must not end before it begins', () => {
    const problems = problemsOf(
      aForm({ ...sold, salePrice: '128', saleTo: '2026-11-22', memberPrice: '200' }),
    );
    expect(Object.keys(problems).sort()).toEqual(['memberPrice', 'salePrice', 'saleTo']);
  });

  it('is left out when the sale is switched off', () => {
    expect(fieldsOf(aForm({ ...sold, onSale: false }))).not.toHaveProperty('sale');
  });
});

describe('the form of a course', () => {
  it('saves what it showed, without a fen gained or lost', () => {
    const draft = aDraft();

    expect(fieldsOf(formOf(draft))).toEqual({
      title: draft.title,
      subtitle: draft.subtitle,
      introduction: draft.introduction,
      categoryId: draft.categoryId,
      cover: draft.cover,
      price: draft.price,
      memberFree: true,
      seatCap: 30,
    });
  });

  it('leaves out what was left empty', () => {
    const fields = fieldsOf(aForm());

    expect(Object.keys(fields).sort()).toEqual([
      'introduction',
      'memberFree',
      'price',
      'subtitle',
      'title',
    ]);
  });

  it('names every field that must be put right, and no other', () => {
    const problems = problemsOf(aForm({ title: ' 课 ', seatCap: '0', subtitle: '长'.repeat(61) }));

    expect(Object.keys(problems).sort()).toEqual(['seatCap', 'subtitle', 'title']);
    expect(problemsOf(aForm())).toEqual({});
  });
});
