import fc from 'fast-check';
import { fen, type Fen } from '../../shared/money';
import { ROUTES } from '../../shared/orders/routes';
import { floorOf } from '../../shared/pricing/floor';
import { priceOf, type CouponOffer, type PriceOffer } from '../../shared/pricing/price';

const amount = fc.integer({ min: 0, max: 100_000_000 }).map(fen);
const worth = fc.oneof(
  fc.record({
    kind: fc.constant('fixed' as const),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.integer({ min: 1, max: 99 }),
    atMost: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
  }),
);
const price = fc.record({
  kind: fc.constantFrom('sale' as const, 'member' as const),
  price: amount,
});
const coupon = fc.record({
  id: fc.constantFrom('cpn_a', 'cpn_b', 'cpn_c', 'cpn_d'),
  title: fc.constant('券'),
  worth,
});
const route = fc.constantFrom(...ROUTES);

/** Everything a price can be made of; the floor is a real one. */
const offers = fc
  .record({
    listPrice: fc.oneof(amount, fc.integer({ min: 0, max: 300 }).map(fen)),
    route,
    prices: fc.array(price, { maxLength: 3 }),
    coupons: fc.uniqueArray(coupon, { maxLength: 3, selector: ({ id }) => id }),
  })
  .map(({ route: { floor }, ...rest }) => ({ ...rest, floor: floorOf(floor, rest.listPrice) }));

const payable = (of: Parameters<typeof priceOf>[0]): number => priceOf(of).payable;
const all = (check: (of: Parameters<typeof priceOf>[0]) => void) =>
  fc.assert(fc.property(offers, check), { numRuns: 2000 });

describe('X8 F55: the price of anything', () => {
  it('is the list price less every discount, to the fen', () => {
    all((of) => {
      const { listPrice, payable: left, discounts } = priceOf(of);
      expect(discounts.reduce((sum, each) => sum - each.amount, listPrice as number)).toBe(left);
    });
  });

  it('is nothing at all, or not under the floor of the way it is paid', () => {
    all((of) => {
      const left = payable(of);
      expect(left === 0 || left >= of.floor).toBe(true);
    });
  });

  it('is never negative and never above the list price', () => {
    all((of) => {
      const left = payable(of);
      expect(left >= 0 && left <= of.listPrice).toBe(true);
    });
  });

  it('counts no discount of nothing, and at most one price and one coupon', () => {
    all((of) => {
      const { discounts, coupon: used } = priceOf(of);
      expect(discounts.every((each) => each.amount > 0)).toBe(true);
      expect(discounts.filter(({ kind }) => kind !== 'coupon').length).toBeLessThanOrEqual(1);
      expect(discounts.filter(({ kind }) => kind === 'coupon')).toEqual(
        used ? [expect.objectContaining({ amount: used.amount })] : [],
      );
    });
  });

  it('does not depend on the order of the offers', () => {
    all((of) => {
      const turned = {
        ...of,
        prices: [...of.prices].reverse(),
        coupons: [...of.coupons].reverse(),
      };
      expect(priceOf(turned)).toEqual(priceOf(of));
    });
  });

  it('is not raised by one more offer', () => {
    fc.assert(
      fc.property(offers, price, coupon, (of, extraPrice, extraCoupon) => {
        expect(payable({ ...of, prices: [...of.prices, extraPrice] })).toBeLessThanOrEqual(
          payable(of),
        );
        expect(payable({ ...of, coupons: [...of.coupons, extraCoupon] })).toBeLessThanOrEqual(
          payable(of),
        );
      }),
    );
  });

  it('is not raised by a bigger discount', () => {
    fc.assert(
      fc.property(offers, amount, amount, (of, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const sale = (at: number): PriceOffer[] => [{ kind: 'sale', price: fen(at) }];
        const off = (by: number): CouponOffer[] => [
          { id: 'cpn_x', title: '券', worth: { kind: 'fixed', amount: by } },
        ];
        expect(payable({ ...of, prices: sale(low) })).toBeLessThanOrEqual(
          payable({ ...of, prices: sale(high) }),
        );
        expect(payable({ ...of, coupons: off(high) })).toBeLessThanOrEqual(
          payable({ ...of, coupons: off(low) }),
        );
      }),
    );
  });
});

type Row = [string, Partial<Parameters<typeof priceOf>[0]>, number, Record<string, number>];

const fixed = (by: number): CouponOffer => ({
  id: 'cpn_f',
  title: '券',
  worth: { kind: 'fixed', amount: by },
});
const percent = (off: number, atMost?: number): CouponOffer => ({
  id: 'cpn_p',
  title: '券',
  worth: { kind: 'percent', percent: off, atMost },
});

const CASES: Row[] = [
  ['the list price where nothing lowers it', {}, 10_000, {}],
  [
    'the sale, where it is less than the member price',
    {
      prices: [
        { kind: 'sale', price: fen(6000) },
        { kind: 'member', price: fen(7000) },
      ],
    },
    6000,
    { sale: 4000 },
  ],
  [
    'the member price, where it is less than the sale',
    {
      prices: [
        { kind: 'sale', price: fen(8000) },
        { kind: 'member', price: fen(7000) },
      ],
    },
    7000,
    { member: 3000 },
  ],
  [
    'no “sale” above the list price',
    { prices: [{ kind: 'sale', price: fen(12_000) }] },
    10_000,
    {},
  ],
  [
    'the coupon on top of the best price',
    { prices: [{ kind: 'sale', price: fen(6000) }], coupons: [fixed(1000)] },
    5000,
    { sale: 4000, coupon: 1000 },
  ],
  [
    'percent rounded down in the shop’s favour',
    { listPrice: fen(99), coupons: [percent(15)] },
    85,
    { coupon: 14 },
  ],
  ['percent up to its cap', { coupons: [percent(50, 2000)] }, 8000, { coupon: 2000 }],
  ['the better of two coupons', { coupons: [fixed(1000), percent(20)] }, 8000, { coupon: 2000 }],
  [
    'the floor, and the coupon by what it really took off',
    { floor: fen(4000), coupons: [fixed(9000)] },
    4000,
    { coupon: 6000 },
  ],
  [
    'nothing, where a coupon takes all of it',
    { floor: fen(4000), coupons: [fixed(10_000)] },
    0,
    { coupon: 10_000 },
  ],
  ['nothing, where it is free anyway', { listPrice: fen(0), coupons: [fixed(1000)] }, 0, {}],
];

describe('a price', () => {
  it.each(CASES)('F56: is %s', (_words, of, left, taken) => {
    const { payable: paid, discounts } = priceOf({
      listPrice: fen(10_000),
      floor: fen(1),
      prices: [],
      coupons: [],
      ...of,
    });
    expect(paid).toBe(left);
    expect(Object.fromEntries(discounts.map(({ kind, amount: by }) => [kind, by]))).toEqual(taken);
  });
});

describe('F55: the floor of virtual payment', () => {
  const ios = ROUTES.find(
    ({ platforms, provider }) =>
      platforms.length === 1 && platforms[0] === 'ios' && provider === 'virtualPay',
  );
  const floor = (listPrice: number): Fen =>
    floorOf(ios?.floor ?? { least: 0, leastOfList: 0 }, fen(listPrice));

  it('is one yuan on iOS, 40 % of the list price where that is more, and never above the list price', () => {
    expect([floor(200), floor(10_001), floor(50)]).toEqual([100, 4001, 50]);
  });
});
