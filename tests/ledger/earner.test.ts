import fc from 'fast-check';
import { membershipEnd } from '../../shared/access/rights';
import { sideOf } from '../../shared/ledger/accounts';
import { holdDaysOf } from '../../shared/ledger/hold';
import { earnedBy, periodOf } from '../../shared/ledger/membership';
import {
  credit,
  draw,
  mature,
  setAside,
  takeBack,
  writeOff,
  type Moved,
  type Purse,
} from '../../shared/ledger/earner';
import { fen, ZERO } from '../../shared/money';
import { amount, held, purse } from './arbitraries';

const MOVES = { credit, draw, mature, takeBack } as const;

const change = (before: Purse, { purse: after, lines }: Moved) => ({
  available: [before.available - after.available, held(lines, 'earner:usr_teacher:available')],
  receivable: [after.receivable - before.receivable, held(lines, 'earner:usr_teacher:receivable')],
});

describe('an earner’s account', () => {
  it.each(Object.entries(MOVES))('INV5: after %s says what the journal says', (_, move) => {
    fc.assert(
      fc.property(purse, amount, (before, moved) => {
        const { available, receivable } = change(before, move(before, moved));
        expect(available[0]).toBe(available[1]);
        expect(receivable[0]).toBe(receivable[1]);
      }),
    );
  });

  it('INV6: never has less than nothing, and nothing available while something is owed', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...Object.values(MOVES)), amount));
    fc.assert(
      fc.property(purse, steps, (start, all) => {
        const end = all.reduce((now, [move, moved]) => move(now, moved).purse, start);
        expect(end.available).toBeGreaterThanOrEqual(0);
        expect(end.receivable).toBeGreaterThanOrEqual(0);
        expect(Math.min(end.available, end.receivable)).toBe(0);
      }),
    );
  });

  const has = (available: number, receivable: number): Purse => ({
    earnerId: 'usr_teacher',
    available: fen(available),
    receivable: fen(receivable),
  });

  it('E11: a refund takes what is available first and is owed beyond that', () => {
    expect(draw(has(500, 0), fen(2100)).lines).toEqual([
      { account: 'earner:usr_teacher:available', fen: 500 },
      { account: 'earner:usr_teacher:receivable', fen: 1600 },
    ]);
  });

  it('E3: what leaves its hold repays what is owed first', () => {
    expect(mature(has(0, 1600), fen(2100)).lines).toEqual([
      { account: 'earner:usr_teacher:pending', fen: 2100 },
      { account: 'earner:usr_teacher:receivable', fen: -1600 },
      { account: 'earner:usr_teacher:available', fen: -500 },
    ]);
  });

  it('INV12: nothing is set aside that is not there, nor while something is owed', () => {
    expect(() => setAside(has(99, 0), fen(100))).toThrow();
    expect(() => setAside(has(100, 1), fen(100))).toThrow();
    expect(setAside(has(100, 0), fen(100)).purse.available).toBe(0);
  });

  it('E17: no more is written off than is owed', () => {
    expect(() => writeOff(has(0, 99), fen(100))).toThrow();
    expect(writeOff(has(0, 100), fen(100)).purse.receivable).toBe(0);
  });
});

describe('the hold of a sale', () => {
  const sale = { refundDays: 3, provider: 'cloudPay', platform: 'android' } as const;
  it.each([
    ['a week at least', sale, 7],
    ['as long as the shop takes courses back', { ...sale, refundDays: 30 }, 30],
    ['until Apple settles', { ...sale, provider: 'virtualPay', platform: 'ios' } as const, 60],
    ['a week for an iPhone that paid by WeChat Pay', { ...sale, platform: 'ios' } as const, 7],
  ])('lasts %s', (_, asked, days) => expect(holdDaysOf(asked)).toBe(days));
});

describe('a membership', () => {
  it('E15: is used up evenly, never more than was kept, and wholly at its end', () => {
    const DAY = 86_400_000;
    const year = { kept: fen(36_500), from: 0, until: 365 * DAY };
    expect(earnedBy(year, 31 * DAY)).toBe(3100);
    expect(earnedBy(year, -1)).toBe(ZERO);
    expect(earnedBy(year, 400 * DAY)).toBe(36_500);
  });
});

describe('the memberships of somebody', () => {
  it('INV27: run one after another and end where the membership does', () => {
    const segment = fc.record({
      state: fc.constantFrom('granted' as const, 'suspended' as const, 'revoked' as const),
      at: fc.integer({ min: 1, max: 1e12 }),
      days: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^ord_[a-z]{4,6}$/), segment), (membership) => {
        const periods = Object.keys(membership)
          .flatMap((orderId) => periodOf(membership, orderId) ?? [])
          .sort((a, b) => a.from - b.from);
        periods.forEach(({ from }, at) =>
          expect(from).toBeGreaterThanOrEqual(periods[at - 1]?.until ?? 0),
        );
        expect(periods.at(-1)?.until).toBe(membershipEnd({ courses: {}, membership }));
      }),
    );
  });
});

describe('the accounts', () => {
  it.each([
    ['psp:cloudPay', 'debit'],
    ['earner:usr_a:receivable', 'debit'],
    ['earner:usr_a:available', 'credit'],
    ['suspense', 'credit'],
    ['revenue:refunded', 'either'],
  ])('%s stands on the side %s', (account, side) => expect(sideOf(account)).toBe(side));
});
