import fc from 'fast-check';
import { divide, poolEarnedLines, type Division } from '../../shared/ledger/membership';
import { earn } from '../../shared/ledger/earner';
import { add, fen, shareOf } from '../../shared/money';
import { amount, held, purse, used } from './arbitraries';

const theirsOf = ({ parts }: Division) => add(...parts.map((part) => part.amount));

describe('E15: what was used up of a membership', () => {
  it('INV4: is divided to the fen, every part rounded down and the rest the platform’s', () => {
    fc.assert(
      fc.property(used, (month) => {
        const division = divide(month);
        const all = Object.values(month.studied).reduce((sum, ms) => sum + ms, 0);
        const share = BigInt(shareOf(month.amount, month.teacherShare));
        expect(theirsOf(division) + division.platform).toBe(month.amount);
        for (const part of division.parts) {
          expect(part.amount).toBe(Number((share * BigInt(part.ms)) / BigInt(all)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('INV11: never brings teachers more than their share of it, nor anybody less than nothing', () => {
    fc.assert(
      fc.property(used, (month) => {
        const division = divide(month);
        expect(theirsOf(division)).toBeLessThanOrEqual(shareOf(month.amount, month.teacherShare));
        expect(division.platform).toBeGreaterThanOrEqual(0);
        expect(division.parts.every((part) => part.amount >= 0 && part.ms > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('loses to rounding less than a fen a teacher', () => {
    fc.assert(
      fc.property(used, (month) => {
        const division = divide(month);
        fc.pre(division.parts.length > 0);
        const share = shareOf(month.amount, month.teacherShare);
        expect(share - theirsOf(division)).toBeLessThan(division.parts.length);
      }),
    );
  });

  it('comes to the same in whatever order the study was written down', () => {
    fc.assert(
      fc.property(used, (month) => {
        const backwards = Object.fromEntries(Object.entries(month.studied).reverse());
        expect(divide({ ...month, studied: backwards })).toEqual(divide(month));
      }),
    );
  });

  it('is all the platform’s where nothing was studied', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, teacherShare) => {
        const nothing = { amount: whole, parts: [], platform: whole };
        expect(divide({ amount: whole, teacherShare, studied: {} })).toEqual(nothing);
        expect(divide({ amount: whole, teacherShare, studied: { usr_t: 0 } })).toEqual(nothing);
      }),
    );
  });

  it('brings more to whom was studied with longer', () => {
    fc.assert(
      fc.property(used, (month) => {
        const { parts } = divide(month);
        const byTime = [...parts].sort((a, b) => a.ms - b.ms);
        byTime.slice(1).forEach((part, at) => {
          expect(part.amount).toBeGreaterThanOrEqual(byTime[at]?.amount ?? 0);
        });
      }),
    );
  });

  it('leaves nothing waiting once every teacher is credited; what they owe is repaid first', () => {
    fc.assert(
      fc.property(used, purse, (month, account) => {
        const division = divide(month);
        const credited = division.parts.flatMap((part) => earn(account, part.amount).lines);
        const all = [...poolEarnedLines(division), ...credited];
        expect(held(all, 'teachersDue')).toBe(0);
        expect(held(all, 'membershipPool')).toBe(month.amount);
        expect(held(all, 'earner:usr_teacher:pending')).toBe(0);
        const [first] = division.parts;
        if (!first || account.receivable === 0) return;
        const repaid = fen(Math.min(first.amount, account.receivable));
        expect(earn(account, first.amount).purse.receivable).toBe(account.receivable - repaid);
      }),
    );
  });

  it('100 yuan at 70 percent, 30 and 60 minutes: 23.33, 46.66, and 30.01 for the platform', () => {
    const minutes = { usr_b: 60 * 60_000, usr_a: 30 * 60_000, usr_c: 0 };
    const division = divide({ amount: fen(10_000), teacherShare: 7000, studied: minutes });
    expect(division).toEqual({
      amount: 10_000,
      parts: [
        { teacherId: 'usr_a', ms: 1_800_000, amount: 2333 },
        { teacherId: 'usr_b', ms: 3_600_000, amount: 4666 },
      ],
      platform: 3001,
    });
    expect(poolEarnedLines({ ...division, parts: [], platform: fen(10_000) })).toEqual([
      { account: 'membershipPool', fen: 10_000 },
      { account: 'revenue:membership', fen: -10_000 },
    ]);
  });
});
