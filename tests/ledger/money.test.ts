import fc from 'fast-check';
import { add, allocate, fen, formatYuan, parseYuan } from '../../shared/money';

const amount = fc.integer({ min: 1, max: 100_000_000 }).map(fen);

describe('money', () => {
  it('is handed out by weights with nothing lost', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(amount, weights, (whole, parts) => {
        fc.pre(parts.some((part) => part > 0));
        expect(add(...allocate(whole, parts))).toBe(whole);
      }),
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }).map(fen), (each) => {
        expect(parseYuan(formatYuan(each))).toBe(each);
      }),
    );
  });

  it.each(['1e3', '0.001', '1,000', '', '0x10', '１２', 'NaN', '--1'])(
    'is not made of %j',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
    },
  );

  it.each([0.1, Number.NaN, Infinity, 2 ** 53])('is never %d fen', (value) => {
    expect(() => fen(value)).toThrow(RangeError);
  });
});
