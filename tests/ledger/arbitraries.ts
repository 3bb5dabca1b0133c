import fc from 'fast-check';
import type { Line } from '../../shared/ledger/accounts';
import { divide } from '../../shared/ledger/membership';
import type { Sold } from '../../shared/ledger/sold';
import type { Purse } from '../../shared/ledger/earner';
import { fen, ZERO } from '../../shared/money';

export const amount = fc.integer({ min: 1, max: 100_000_000 }).map(fen);
const maybe = fc.integer({ min: 0, max: 100_000_000 }).map(fen);

/** The basis points of teacher and affiliate, who may have all of a price together and no more. */
const shares = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), fc.boolean())
  .map(([teacherShare, most, brought]) => {
    const share = Math.min(most, 10_000 - teacherShare);
    return { teacherShare, ...(brought && { affiliate: { userId: 'usr_affiliate', share } }) };
  });

export const course: fc.Arbitrary<Sold> = fc
  .record({
    provider: fc.constantFrom('cloudPay', 'virtualPay'),
    kind: fc.constant('course' as const),
    teacherId: fc.constant('usr_teacher'),
    paid: fc.oneof(amount, fc.integer({ min: 1, max: 40 }).map(fen)),
    promotion: fc.oneof(fc.constant(ZERO), maybe, fc.integer({ min: 0, max: 40 }).map(fen)),
    earned: fc.constant(ZERO),
    shares,
  })
  .map(({ shares: of, ...sale }) => ({ ...sale, ...of }));

export const membership: fc.Arbitrary<Sold> = amount.chain((paid) =>
  fc.record({
    provider: fc.constantFrom('cloudPay', 'virtualPay'),
    kind: fc.constant('membership' as const),
    teacherId: fc.constant(''),
    paid: fc.constant(paid),
    promotion: fc.constant(ZERO),
    earned: fc.integer({ min: 0, max: paid }).map(fen),
    teacherShare: fc.integer({ min: 0, max: 10_000 }),
  }),
);

export const sold = fc.oneof(course, membership);

/** An earner's account: who owes something has nothing available. */
export const purse: fc.Arbitrary<Purse> = fc.tuple(maybe, fc.boolean()).map(([held, owes]) => ({
  earnerId: 'usr_teacher',
  available: owes ? ZERO : held,
  receivable: owes ? held : ZERO,
}));

export const sum = (lines: readonly Line[]) => lines.reduce((total, line) => total + line.fen, 0);

export const held = (lines: readonly Line[], account: string) =>
  sum(lines.filter((line) => line.account === account));

/** earnerId → ms of study with them. */
export const studied = fc.dictionary(
  fc.integer({ min: 0, max: 99 }).map((number) => `usr_${number}`),
  fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 31 * 86_400_000 })),
  { maxKeys: 12 },
);

/** Something used up of a membership, to be divided. */
export const used = fc.record({
  amount: fc.oneof(amount, fc.integer({ min: 1, max: 40 }).map(fen)),
  teacherShare: fc.integer({ min: 0, max: 10_000 }),
  studied,
});

export const divided = used.map(divide);
