import {
  complaintOf,
  couponOf,
  emptyForm,
  percentOff,
  type CouponForm,
} from '../../../miniprogram/packages/teaching/pages/offers-coupon/couponForm';

const NOW = new Date(2026, 10, 23, 9).getTime();

const aForm = (change: Partial<CouponForm> = {}): CouponForm => ({
  ...emptyForm(NOW),
  title: '新学员专享',
  amount: '20',
  courses: [{ id: 'crs_light', word: '手机摄影' }],
  ...change,
});

describe('the form of a coupon', () => {
  it.each([
    ['8.5', 15],
    ['9', 10],
    ['0.1', 99],
    ['10', undefined],
    ['0', undefined],
    ['8.55', undefined],
    ['', undefined],
  ])('reads %p 折 as %p percent off', (tenths, percent) => {
    expect(percentOff(tenths)).toBe(percent);
  });

  it('asks for the coupon in fen, from the first moment of its days to the last', () => {
    expect(couponOf(aForm({ amount: '19.9', minimum: '99' }))).toMatchObject({
      worth: { kind: 'fixed', amount: 1990 },
      scope: { kind: 'course', ids: ['crs_light'] },
      minimum: 9900,
      from: new Date(2026, 10, 23).getTime(),
      to: new Date(2026, 11, 24).getTime(),
      stock: 100,
      perUser: 1,
    });
  });

  it('leaves a part without a limit where none is typed', () => {
    const part = aForm({ kind: 'percent', tenths: '8' });
    expect(couponOf(part).worth).toEqual({ kind: 'percent', percent: 20 });
    expect(couponOf({ ...part, atMost: '50' }).worth).toMatchObject({ atMost: 5000 });
  });

  it.each<[Partial<CouponForm>, string]>([
    [{ title: '券' }, '名称'],
    [{ amount: '十块' }, '减免金额'],
    [{ amount: '0' }, '减免金额'],
    [{ kind: 'percent', tenths: '85' }, '折扣'],
    [{ courses: [] }, '选择课程'],
    [{ to: '2026-11-22' }, '结束日期'],
    [{ stock: '5001' }, '发放数量'],
    [{ perUser: '11' }, '每人限领'],
  ])('is refused with %j, by name', (change, why) => {
    expect(complaintOf(aForm(change))).toContain(why);
  });

  it('is accepted as it stands otherwise', () => {
    expect(complaintOf(aForm())).toBe('');
  });
});
