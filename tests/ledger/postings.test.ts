import fc from 'fast-check';
import { feeLines, feeReturnedLines, settledLines } from '../../shared/ledger/bills';
import { poolEarnedLines } from '../../shared/ledger/membership';
import {
  externalRefundLines,
  paidLines,
  refundApprovedLines,
  refundFailedLines,
  refundSucceededLines,
  sentBackLines,
  suspenseClearedLines,
  suspenseLines,
} from '../../shared/ledger/postings';
import { NOTHING_RETURNED, splitOf, type Sold, type Split } from '../../shared/ledger/sold';
import {
  credit,
  creditPending,
  draw,
  drawPending,
  earn,
  mature,
  paidOutLines,
  setAside,
  takeBack,
  writeOff,
} from '../../shared/ledger/earner';
import { add, fen, subtract, ZERO, type Fen } from '../../shared/money';
import { amount, course, divided, held, purse, sold, sum } from './arbitraries';

const TEACHER = 'usr_teacher';
const AFFILIATE = 'usr_affiliate';

/** One line more or less to a refund: approve so many thousandths of what is left, or let an earlier one fail. */
type Move = { readonly kind: 'approve'; readonly part: number } | { readonly kind: 'fail' };
const moves = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('approve' as const), part: fc.integer({ min: 1, max: 1000 }) }),
    fc.record({ kind: fc.constant('fail' as const) }),
  ),
  { maxLength: 16 },
);

type Approved = { readonly amount: Fen; readonly split: Split };
const totalOf = (standing: readonly Approved[]) =>
  standing.reduce(
    (before, { amount: refunded, split }) => ({
      amount: add(before.amount, refunded),
      teacher: add(before.teacher, split.teacher),
      affiliate: add(before.affiliate, split.affiliate),
      promotion: add(before.promotion, split.promotion),
      pool: add(before.pool, split.pool),
    }),
    NOTHING_RETURNED,
  );

/** Approves refunds of an order and lets some fail, then gives back all that is left. */
const refundAll = (order: Sold, course_: readonly Move[]): Approved[] => {
  const standing: Approved[] = [];
  const approve = (refunded: Fen) => {
    const split = splitOf(order, { amount: refunded, before: totalOf(standing) });
    standing.push({ amount: refunded, split });
  };
  const left = () => subtract(order.paid, totalOf(standing).amount);
  for (const move of course_) {
    const part = move.kind === 'approve' ? Math.ceil((left() * move.part) / 1000) : 0;
    if (part > 0) approve(fen(part));
    else standing.shift();
  }
  if (left() > 0) approve(left());
  return standing;
};

const drawn = (split: Split) => [
  ...drawPending(TEACHER, split.teacher),
  ...drawPending(AFFILIATE, split.affiliate),
];
const credited = (split: Split) => [
  ...creditPending(TEACHER, split.teacher),
  ...creditPending(AFFILIATE, split.affiliate),
];

const linesOf = ({ split }: Approved) => refundApprovedLines({ split, earners: drawn(split) });

describe('F45: every entry of the journal', () => {
  it('INV4: sums to zero, in whole fen, with no empty line', () => {
    fc.assert(
      fc.property(sold, amount, purse, divided, (order, other, account, division) => {
        const split = splitOf(order, { amount: order.paid, before: NOTHING_RETURNED });
        const affiliates = drawPending(AFFILIATE, split.affiliate);
        const earned = [...draw(account, split.teacher).lines, ...affiliates];
        const returned = [
          ...credit(account, split.teacher).lines,
          ...creditPending(AFFILIATE, split.affiliate),
        ];
        const entries = [
          paidLines(order),
          refundApprovedLines({ split, earners: earned }),
          refundFailedLines({ split, earners: returned }),
          externalRefundLines('cloudPay', { split, earners: drawn(split) }),
          refundSucceededLines(order.provider, other),
          suspenseLines(order.provider, other),
          suspenseClearedLines(order.provider, other),
          sentBackLines(order.provider, other),
          feeLines(order.provider, other),
          feeReturnedLines(order.provider, other),
          settledLines(order.provider, other),
          poolEarnedLines(division),
          mature(account, other).lines,
          setAside({ ...account, available: other, receivable: ZERO }, other).lines,
          takeBack(account, other).lines,
          paidOutLines('bank', other),
          earn(account, other).lines,
          writeOff({ ...account, receivable: other }, other).lines,
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
        const split = splitOf(order, { amount: order.paid, before: NOTHING_RETURNED });
        const both = [
          ...refundApprovedLines({ split, earners: drawn(split) }),
          ...refundFailedLines({ split, earners: credited(split) }),
        ];
        for (const { account } of both) expect(held(both, account)).toBe(0);
      }),
    );
  });

  it('INV11: refunds that add up to the price give back exactly what each was given, whatever failed before', () => {
    fc.assert(
      fc.property(course, moves, (order, history) => {
        const all = [...paidLines(order), ...refundAll(order, history).flatMap(linesOf)];
        expect(held(all, 'earner:usr_teacher:pending')).toBe(0);
        expect(held(all, 'earner:usr_affiliate:pending')).toBe(0);
        expect(held(all, 'expense:promotion')).toBe(0);
        expect(held(all, 'revenue:commission') + held(all, 'revenue:refunded')).toBe(0);
        expect(held(all, 'refundPayable')).toBe(-order.paid);
      }),
      { numRuns: 500 },
    );
  });

  it('E15: a membership is paid back out of the pool as far as it is not used up', () => {
    fc.assert(
      fc.property(sold, moves, (order, history) => {
        fc.pre(order.kind === 'membership');
        const all = [
          ...paidLines(order),
          ...poolEarnedLines({ amount: order.earned, parts: [], platform: order.earned }),
          ...refundAll(order, history).flatMap(linesOf),
        ];
        expect(held(all, 'membershipPool')).toBe(0);
        expect(held(all, 'revenue:membership') + held(all, 'revenue:refunded')).toBe(0);
      }),
    );
  });

  it('M23: no refund takes from a teacher or the shop less than nothing', () => {
    fc.assert(
      fc.property(sold, moves, (order, history) => {
        for (const { amount: refunded, split } of refundAll(order, history)) {
          expect(split.teacher).toBeGreaterThanOrEqual(0);
          expect(split.affiliate).toBeGreaterThanOrEqual(0);
          expect(split.platform).toBeGreaterThanOrEqual(0);
          expect(split.promotion).toBeGreaterThanOrEqual(0);
          expect(split.pool).toBeGreaterThanOrEqual(0);
          const borne = split.teacher + split.affiliate + split.platform + split.pool;
          expect(borne - split.promotion).toBe(refunded);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shares 90 yuan at 70 percent as 63 and 27', () => {
    expect(paidLines(NINETY)).toEqual([
      { account: 'psp:cloudPay', fen: 9000 },
      { account: 'earner:usr_t:pending', fen: -6300 },
      { account: 'revenue:commission', fen: -2700 },
    ]);
  });

  it('E1: an affiliate has a share beside the teacher’s, and the platform the rest', () => {
    const affiliate = { userId: 'usr_a', share: 1000 };
    expect(paidLines({ ...NINETY, affiliate })).toEqual([
      { account: 'psp:cloudPay', fen: 9000 },
      { account: 'earner:usr_t:pending', fen: -6300 },
      { account: 'earner:usr_a:pending', fen: -900 },
      { account: 'revenue:commission', fen: -1800 },
    ]);
  });

  it('E4: a refund of a third takes a third of each share back', () => {
    const order = { ...NINETY, affiliate: { userId: 'usr_a', share: 1000 } };
    expect(splitOf(order, { amount: fen(3000), before: NOTHING_RETURNED })).toEqual({
      teacher: 2100,
      affiliate: 300,
      platform: 600,
      promotion: 0,
      pool: 0,
    });
  });

  it('E14: a coupon of the platform costs the teacher nothing', () => {
    expect(paidLines({ ...NINETY, paid: fen(8000), promotion: fen(1000) })).toEqual([
      { account: 'psp:cloudPay', fen: 8000 },
      { account: 'expense:promotion', fen: 1000 },
      { account: 'earner:usr_t:pending', fen: -6300 },
      { account: 'revenue:commission', fen: -2700 },
    ]);
  });
});

const NINETY = {
  provider: 'cloudPay',
  kind: 'course',
  teacherId: 'usr_t',
  paid: fen(9000),
  promotion: ZERO,
  earned: ZERO,
  teacherShare: 7000,
} as const;
