import fc from 'fast-check';
import {
  externalRefundLines,
  paidLines,
  refundApprovedLines,
  refundFailedLines,
  refundSucceededLines,
  sentBackLines,
  splitOf,
  suspenseLines,
  type Line,
  type Sold,
} from '../../shared/ledger/postings';
import { add, allocate, fen, formatYuan, parseYuan, ZERO, type Fen } from '../../shared/money';

const amount = fc.integer({ min: 1, max: 100_000_000 }).map(fen);
const sold: fc.Arbitrary<Sold> = fc.record({
  provider: fc.constantFrom('cloudPay', 'virtualPay'),
  kind: fc.constantFrom('course' as const, 'membership' as const),
  teacherId: fc.constant('usr_teacher'),
  paid: amount,
  teacherShare: fc.integer({ min: 0, max: 10_000 }),
});

const sum = (lines: readonly Line[]) => lines.reduce((total, line) => total + line.fen, 0);
const held = (lines: readonly Line[], account: string) =>
  sum(lines.filter((line) => line.account === account));

/** A price cut into refunds that add up to it. */
const soldInParts = sold.chain((each) =>
  fc
    .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })
    .map((weights) => ({ sold: each, parts: allocate(each.paid, weights).filter(Boolean) })),
);

/** Approves refunds one after another, as an order does. */
const approveAll = (order: Sold, parts: readonly Fen[]) => {
  let before = { amount: ZERO, teacher: ZERO };
  return parts.map((part) => {
    const split = splitOf(order, { amount: part, before });
    before = { amount: add(before.amount, part), teacher: add(before.teacher, split.teacher) };
    return split;
  });
};

describe('every entry of the journal', () => {
  it('INV4: sums to zero, in whole fen, with no empty line', () => {
    fc.assert(
      fc.property(sold, amount, (order, other) => {
        const split = splitOf(order, {
          amount: order.paid,
          before: { amount: ZERO, teacher: ZERO },
        });
        const entries = [
          paidLines(order),
          refundApprovedLines(order, split),
          refundFailedLines(order, split),
          externalRefundLines(order, split),
          refundSucceededLines(order.provider, other),
          suspenseLines(order.provider, other),
          sentBackLines(order.provider, other),
        ];
        for (const lines of entries) {
          expect(sum(lines)).toBe(0);
          expect(lines.length).toBeGreaterThanOrEqual(2);
          expect(lines.every((line) => Number.isSafeInteger(line.fen) && line.fen !== 0)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('E6 undoes its E4 to the fen', () => {
    fc.assert(
      fc.property(sold, (order) => {
        const split = splitOf(order, {
          amount: order.paid,
          before: { amount: ZERO, teacher: ZERO },
        });
        const both = [...refundApprovedLines(order, split), ...refundFailedLines(order, split)];
        for (const { account } of both) expect(held(both, account)).toBe(0);
      }),
    );
  });

  it('INV11: refunds that add up to the price give back exactly what each was given', () => {
    fc.assert(
      fc.property(soldInParts, ({ sold: order, parts }) => {
        const splits = approveAll(order, parts);
        const all = [
          ...paidLines(order),
          ...splits.flatMap((split) => refundApprovedLines(order, split)),
        ];
        expect(held(all, 'teacher:usr_teacher:pending')).toBe(0);
        expect(held(all, 'membershipPool')).toBe(0);
        expect(held(all, 'revenue:commission') + held(all, 'revenue:refunded')).toBe(0);
        expect(held(all, 'refundPayable')).toBe(-order.paid);
      }),
    );
  });

  it('M23: no refund takes from a teacher more than it is worth, or less than nothing', () => {
    fc.assert(
      fc.property(soldInParts, ({ sold: order, parts }) => {
        approveAll(order, parts).forEach((split, index) => {
          expect(split.teacher).toBeGreaterThanOrEqual(0);
          expect(split.platform).toBeGreaterThanOrEqual(0);
          expect(add(split.teacher, split.platform)).toBe(parts[index]);
        });
      }),
    );
  });

  it('shares 90 yuan at 70 percent as 63 and 27', () => {
    const order = {
      provider: 'cloudPay',
      kind: 'course',
      teacherId: 'usr_t',
      paid: fen(9000),
      teacherShare: 7000,
    } as const;
    expect(paidLines(order)).toEqual([
      { account: 'psp:cloudPay', fen: 9000 },
      { account: 'teacher:usr_t:pending', fen: -6300 },
      { account: 'revenue:commission', fen: -2700 },
    ]);
  });
});

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
