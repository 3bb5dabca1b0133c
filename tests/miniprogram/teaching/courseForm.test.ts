import {
  EMPTY_FORM,
  fieldsOf,
  formOf,
  problemsOf,
  readPrice,
  type CourseForm,
} from '../../../miniprogram/packages/teaching/pages/course-edit/courseForm';
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
