import { fen } from '../../shared/money';
import { whyNot, whyNotWords, type CouponTerms, type Wanted } from '../../shared/pricing/applies';
import { arePricesPossible, pricesShown, priceOffersOf } from '../../shared/pricing/coursePrices';

const terms: CouponTerms = {
  worth: { kind: 'fixed', amount: 100 },
  scope: { kind: 'all' },
  minimum: 5000,
  from: 100,
  to: 200,
};
const course: Wanted = { kind: 'course', id: 'crs_a', categoryId: 'cat_a', listPrice: fen(5000) };
const membership: Wanted = { kind: 'membership', id: 'pln_a', listPrice: fen(5000) };

describe('F56: a coupon', () => {
  it('is good from its first moment on until its last has come', () => {
    expect([99, 100, 199, 200].map((now) => whyNot(terms, course, now))).toEqual([
      'tooEarly',
      undefined,
      undefined,
      'over',
    ]);
  });

  it.each([
    ['all', { kind: 'all' }, undefined, undefined],
    ['its courses', { kind: 'course', ids: ['crs_a'] }, undefined, 'otherItem'],
    ['other courses', { kind: 'course', ids: ['crs_b'] }, 'otherItem', 'otherItem'],
    ['its category', { kind: 'category', ids: ['cat_a'] }, undefined, 'otherItem'],
    ['another category', { kind: 'category', ids: ['cat_b'] }, 'otherItem', 'otherItem'],
    ['memberships', { kind: 'membership' }, 'otherItem', undefined],
  ] as const)('for %s is good for just that', (_words, scope, forCourse, forMembership) => {
    expect(whyNot({ ...terms, scope }, course, 150)).toBe(forCourse);
    expect(whyNot({ ...terms, scope }, membership, 150)).toBe(forMembership);
  });

  it('wants a list price, so that no other discount ever costs anybody their coupon', () => {
    expect(whyNot(terms, { ...course, listPrice: fen(4999) }, 150)).toBe('belowMinimum');
    expect(whyNotWords('belowMinimum', terms)).toBe('原价满 ¥50.00 可用');
  });
});

describe('the prices of a course', () => {
  const priced = { price: 10_000, sale: { price: 6000, from: 100, to: 200 }, memberPrice: 7000 };

  it('F58: has its sale from its first moment on until its last has come', () => {
    const during = [99, 100, 199, 200].map((now) => pricesShown(priced, now).priceNow);
    expect(during).toEqual([10_000, 6000, 6000, 10_000]);
  });

  it('F66: shows what members pay only where that is less than what anybody pays', () => {
    expect(pricesShown(priced, 150)).toEqual({ priceNow: 6000, saleEndsAt: 200 });
    expect(pricesShown(priced, 300)).toEqual({ priceNow: 10_000, memberPrice: 7000 });
  });

  it('F66: are a member’s for members alone', () => {
    const kinds = (isMember: boolean) =>
      priceOffersOf(priced, { isMember, now: 300 }).map(({ kind }) => kind);
    expect([kinds(true), kinds(false)]).toEqual([['member'], []]);
  });

  it.each([
    ['lower than the list price', { sale: { price: 9999, from: 1, to: 2 } }, true],
    ['the list price itself', { sale: { price: 10_000, from: 1, to: 2 } }, false],
    ['under 40 % of it', { memberPrice: 3999 }, false],
    ['just 40 % of it', { memberPrice: 4000 }, true],
    ['over before it begins', { sale: { price: 5000, from: 2, to: 2 } }, false],
  ])('F55: can be %s: %o is %s', (_words, lower, possible) => {
    expect(arePricesPossible({ price: 10_000, ...lower })).toBe(possible);
  });
});
