import { fen } from '../../shared/money';
import { auditAll, type MoneyDocuments } from '../../server/audit/documents';
import type { JournalEntry } from '../../server/journal/journal';
import { aShop, BEGUN, DAY, found, NOW, type Draft } from './shop';

const MINUTE = 60_000;

type Shop = { -readonly [K in keyof Required<MoneyDocuments>]: Draft<Required<MoneyDocuments>[K]> };

const credited = (teacherId: string, amount: number): JournalEntry => ({
  _id: `jrn_credited_${teacherId}`,
  kind: 'membershipCredited',
  orderId: 'ord_member',
  earnerIds: [teacherId],
  after: 'jrn_earned',
  at: BEGUN + DAY,
  lines: [
    { account: 'teachersDue', fen: fen(amount) },
    { account: `earner:${teacherId}:available`, fen: fen(-amount) },
  ],
});

/** 10 yuan were used up; 7 are the teachers', a third and two thirds of them: 2.33 and 4.66. */
const earned: JournalEntry = {
  _id: 'jrn_earned',
  kind: 'membershipEarned',
  orderId: 'ord_member',
  at: BEGUN + DAY,
  lines: [
    { account: 'membershipPool', fen: fen(1000) },
    { account: 'teachersDue', fen: fen(-699) },
    { account: 'revenue:membership', fen: fen(-301) },
  ],
  division: {
    from: BEGUN,
    until: BEGUN + DAY,
    parts: [
      { teacherId: 'usr_lin', ms: 30 * MINUTE, amount: fen(233) },
      { teacherId: 'usr_wu', ms: 60 * MINUTE, amount: fen(466) },
    ],
  },
};

/** The shop of the other tests after a period of its membership was divided. */
const aDividedShop = (): Shop => {
  const shop = aShop() as Shop;
  Object.assign(found(shop.orders, 'ord_member'), { earned: 1000, dividedUntil: BEGUN + DAY });
  const entries = structuredClone([earned, credited('usr_lin', 233), credited('usr_wu', 466)]);
  const kept = { version: 1, receivable: 0, inTransit: 0 };
  return Object.assign(shop, {
    journal: [...shop.journal, ...entries],
    earnerAccounts: [
      { _id: 'usr_lin', ...kept, available: 233 },
      { _id: 'usr_wu', ...kept, available: 466 },
    ],
    memberStudy: [
      {
        _id: 'ord_member.2026-06',
        orderId: 'ord_member',
        month: '2026-06',
        version: 9,
        since: BEGUN,
        countedUntil: BEGUN + 90 * MINUTE,
        teachers: { usr_lin: 30 * MINUTE, usr_wu: 60 * MINUTE },
      },
    ],
  });
};

const auditOf = (spoil: (shop: Shop) => void = () => undefined) => {
  const shop = aDividedShop();
  spoil(shop);
  return auditAll(shop, { now: NOW, quiet: true });
};

const entryOf = (shop: Shop, id: string) => found(shop.journal, id);

const SPOILT: readonly (readonly [what: string, spoil: (shop: Shop) => void])[] = [
  [
    'a fen moved from one teacher to another',
    (shop) => {
      const { parts } = entryOf(shop, 'jrn_earned').division!;
      parts[0]!.amount = fen(234);
      parts[1]!.amount = fen(465);
    },
  ],
  [
    'minutes changed after the division',
    (shop) => void (entryOf(shop, 'jrn_earned').division!.parts[0]!.ms -= MINUTE),
  ],
  [
    'another share than was frozen',
    (shop) => void (found(shop.orders, 'ord_member').teacherShare = 6000),
  ],
  [
    'lines that are not the division',
    (shop) => {
      const { lines } = entryOf(shop, 'jrn_earned');
      lines[1]!.fen = fen(-698);
      lines[2]!.fen = fen(-302);
    },
  ],
  [
    'a credit of another amount than the part',
    (shop) => {
      const { lines } = entryOf(shop, 'jrn_credited_usr_wu');
      lines[0]!.fen = fen(467);
      lines[1]!.fen = fen(-467);
    },
  ],
  [
    'a part that was never credited',
    (shop) =>
      void (shop.journal = shop.journal.filter(({ _id }) => _id !== 'jrn_credited_usr_lin')),
  ],
  [
    'a part that was credited twice',
    (shop) =>
      void shop.journal.push({ ...entryOf(shop, 'jrn_credited_usr_lin'), _id: 'jrn_again' }),
  ],
  [
    'a credit of somebody who was not studied with',
    (shop) => {
      const entry = entryOf(shop, 'jrn_credited_usr_lin');
      entry.earnerIds = ['usr_other'];
      entry.lines[1]!.account = 'earner:usr_other:available';
    },
  ],
  [
    'a refund that took back what a teacher was given',
    (shop) =>
      void shop.journal.push({
        _id: 'jrn_taken',
        kind: 'refundApproved',
        orderId: 'ord_member',
        at: NOW,
        lines: [
          { account: 'earner:usr_lin:available', fen: fen(233) },
          { account: 'revenue:refunded', fen: fen(-233) },
        ],
      }),
  ],
];

describe('the audit of what a membership brings its teachers', () => {
  it('finds nothing where everything is right', () => {
    expect(auditOf()).toEqual([]);
  });

  it('finds nothing while teachers are still to be credited', () => {
    const underWay = auditOf((shop) => {
      const dividing = { entryId: 'jrn_earned', credited: 1 };
      Object.assign(found(shop.orders, 'ord_member'), { dividing, earnAt: BEGUN + DAY });
      shop.journal = shop.journal.filter(({ _id }) => _id !== 'jrn_credited_usr_wu');
      shop.earnerAccounts.pop();
    });
    expect(underWay).toEqual([]);
  });

  it('finds nothing in a period before teachers had a part', () => {
    const before = auditOf((shop) => {
      const entry = entryOf(shop, 'jrn_earned');
      delete entry.division;
      Object.assign(entry, {
        lines: [
          { account: 'membershipPool', fen: 1000 },
          { account: 'revenue:membership', fen: -1000 },
        ],
      });
      shop.journal = shop.journal.filter(({ kind }) => kind !== 'membershipCredited');
      shop.earnerAccounts = [];
    });
    expect(before).toEqual([]);
  });

  it.each(SPOILT)('INV11: %s is found', (_what, spoil) => {
    expect(auditOf(spoil)).toContainEqual(
      expect.objectContaining({ id: 'INV11', subject: 'ord_member' }),
    );
  });

  it('INV34: more study than time passed, and more paid for than was measured, are found', () => {
    const tooLong = auditOf((shop) => void (shop.memberStudy[0]!.countedUntil -= MINUTE));
    expect(tooLong.map(({ id, subject }) => [id, subject])).toEqual([
      ['INV34', 'ord_member.2026-06'],
    ]);
    const unmeasured = auditOf((shop) => {
      Object.assign(shop.memberStudy[0]!, { teachers: { usr_lin: 30 * MINUTE, usr_wu: MINUTE } });
    });
    expect(unmeasured.map(({ id, subject }) => [id, subject])).toEqual([['INV34', 'ord_member']]);
  });
});
