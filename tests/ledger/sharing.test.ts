import fc from 'fast-check';
import { shareableOf, sharePercentOf, takenUpTo } from '../../shared/ledger/sharing';
import { fen } from '../../shared/money';

const amount = fc.integer({ min: 0, max: 100_000_000 }).map(fen);

describe('W22: what is shared out of orders', () => {
  it('is never more than the percentage of the payment, nor than the share', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 90 }), (share, paid, percent) => {
        const shared = shareableOf(share, { paid, percent });
        expect(shared).toBeLessThanOrEqual(share);
        expect(shared * 100).toBeLessThanOrEqual(paid * percent);
      }),
    );
  });

  it('adds up to what the teacher has, or to all there is; earlier orders come first', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), amount, (amounts, most) => {
        const taken = takenUpTo(amounts, most);
        const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
        expect(sum(taken)).toBe(Math.min(sum(amounts), most));
        const first = taken.findIndex((each, index) => each < (amounts[index] ?? 0));
        if (first >= 0) expect(sum(taken.slice(first + 1))).toBe(0);
      }),
    );
  });

  it('is frozen for nothing that could not be shared in time, or is nobody’s share', () => {
    const sale = { allowed: 30, teacherId: 'usr_t', holdDays: 7 };
    expect(sharePercentOf(sale)).toBe(30);
    expect(sharePercentOf({ ...sale, holdDays: 28 })).toBeUndefined();
    expect(sharePercentOf({ ...sale, teacherId: '' })).toBeUndefined();
    expect(sharePercentOf({ ...sale, allowed: undefined })).toBeUndefined();
  });
});
