import fc from 'fast-check';
import { add, allocate, fen, formatYuan, parseYuan, shareOf, subtract } from '../../shared/money';

const amount = fc.integer({ min: 0, max: 10_000_000 }).map(fen);
const anyAmount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(fen);
const weights = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 })
  .filter((list) => list.some((weight) => weight > 0));

const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);

describe('an amount of money', () => {
  it.each([0.5, NaN, Infinity, 2 ** 53, '1' as never])(
    'is refused when it is no whole fen: %p',
    (value) => {
      expect(() => fen(value)).toThrow(RangeError);
    },
  );

  it('is written in yuan and read back as the same fen', () => {
    fc.assert(fc.property(anyAmount, (value) => parseYuan(formatYuan(value)) === value));
  });

  it.each(['', '1e3', '1.234', '1,000', '０.５', '--1', '.5', '1.', 'NaN', '99999999999999'])(
    'is not read from %p',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
    },
  );

  it('is never changed by adding and taking away', () => {
    fc.assert(fc.property(anyAmount, anyAmount, (a, b) => subtract(add(a, b), b) === a));
  });

  it('has shares that are rounded down, never up', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (value, points) => {
        const exact = (value * points) / 10_000;
        const share = shareOf(value, points);
        return share <= exact && exact - share < 1;
      }),
    );
  });
});

describe('handing out an amount', () => {
  it('hands out every fen, and no fen twice', () => {
    fc.assert(fc.property(amount, weights, (total, by) => sum(allocate(total, by)) === total));
  });

  it('is never a whole fen away from the exact share', () => {
    fc.assert(
      fc.property(amount, weights, (total, by) =>
        allocate(total, by).every(
          (share, index) => Math.abs(share - (total * by[index]!) / sum(by)) < 1,
        ),
      ),
    );
  });

  it('gives nothing to a weight of nothing', () => {
    fc.assert(
      fc.property(amount, weights, (total, by) => allocate(total, [...by, 0]).at(-1) === 0),
    );
  });
});
