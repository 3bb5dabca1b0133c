import type { InvariantId } from '../../shared/audit/invariants';
import { auditAll, type MoneyDocuments } from '../../server/audit/documents';
import { aShop, DAY, found, NOW, type Draft } from './shop';

type Shop = Draft<MoneyDocuments>;
type Spoilt = readonly [
  id: InvariantId,
  what: string,
  spoil: (shop: Shop) => void,
  subject: string,
];

const audit = (shop: Shop, quiet = true) => auditAll(shop, { now: NOW, quiet });

const orderOf = (shop: Shop, id: string) => found(shop.orders, id);
const refundOf = (shop: Shop, id: string) => found(shop.refunds, id);
const entryOf = (shop: Shop, id: string) => found(shop.journal, id);
const userOf = (shop: Shop, id: string) => found(shop.users, id);
const amount = (fen: number) => fen as Shop['orders'][number]['payable'];

/** One document is spoilt by hand each time; the invariant that guards it must say so, and say where. */
const SPOILT: readonly Spoilt[] = [
  [
    'INV1',
    'a paid order whose right is missing',
    (shop) => void (userOf(shop, 'usr_amy').rights.courses['crs_open'] = {}),
    'ord_bought',
  ],
  [
    'INV1',
    'a right suspended without a refund',
    (shop) =>
      void (userOf(shop, 'usr_amy').rights.courses['crs_open']!['ord_bought']!.state = 'suspended'),
    'ord_bought',
  ],
  [
    'INV2',
    'a right that outlived its refund',
    (shop) =>
      void (userOf(shop, 'usr_dan').rights.courses['crs_open']!['ord_wholly']!.state = 'granted'),
    'ord_wholly',
  ],
  [
    'INV2',
    'a right by an order that never was',
    (shop) =>
      void (userOf(shop, 'usr_dan').rights.courses['crs_open']!['ord_none'] = {
        state: 'granted',
        at: 1,
      }),
    'usr_dan',
  ],
  [
    'INV2',
    'a right to another course than the order’s',
    (shop) =>
      void (userOf(shop, 'usr_ben').rights.courses['crs_other'] = {
        ord_bought: { state: 'granted', at: 1 },
      }),
    'usr_ben',
  ],
  [
    'INV3',
    'a payment booked twice',
    (shop) => void shop.journal.push({ ...entryOf(shop, 'jrn_paid_ord_bought'), _id: 'jrn_again' }),
    'ord_bought',
  ],
  [
    'INV3',
    'a payment that was never booked',
    (shop) => void (shop.journal = shop.journal.filter(({ _id }) => _id !== 'jrn_paid_ord_bought')),
    'ord_bought',
  ],
  [
    'INV3',
    'a payment of an order that is closed',
    (shop) => void (entryOf(shop, 'jrn_paid_ord_bought').orderId = 'ord_closed'),
    'ord_closed',
  ],
  [
    'INV3',
    'an order paid with a fen less than agreed',
    (shop) => void (orderOf(shop, 'ord_bought').paid!.amount = amount(10_000)),
    'ord_bought',
  ],
  [
    'INV4',
    'an entry that loses a fen',
    (shop) => void (entryOf(shop, 'jrn_paid_ord_bought').lines[0]!.fen = amount(10_002)),
    'ord_bought',
  ],
  [
    'INV4',
    'an entry of half a fen',
    (shop) => {
      const { lines } = entryOf(shop, 'jrn_paid_ord_bought');
      lines[0]!.fen = amount(10_001.5);
      lines[1]!.fen = amount(-7000.5);
    },
    'ord_bought',
  ],
  [
    'INV6',
    'more paid back than was taken',
    (shop) =>
      void (entryOf(shop, 'jrn_refundSucceeded_ord_whollyR1').lines[1]!.fen = amount(-10_002)),
    'ord_wholly',
  ],
  [
    'INV7',
    'refunds that exceed what was reserved',
    (shop) => void (orderOf(shop, 'ord_partly').reserved = amount(4999)),
    'ord_partly',
  ],
  [
    'INV7',
    'a reservation above what was paid',
    (shop) => {
      refundOf(shop, 'ord_partlyR1').amount = amount(10_002);
      Object.assign(orderOf(shop, 'ord_partly'), { reserved: 10_002, refunded: 10_002 });
    },
    'ord_partly',
  ],
  [
    'INV7',
    'a refund that is lost',
    (shop) => void (shop.refunds = shop.refunds.filter(({ _id }) => _id !== 'ord_partlyR1')),
    'ord_partly',
  ],
  [
    'INV8',
    'a success booked twice',
    (shop) =>
      void shop.journal.push({
        ...entryOf(shop, 'jrn_refundSucceeded_ord_partlyR1'),
        _id: 'jrn_again',
      }),
    'ord_partly',
  ],
  [
    'INV8',
    'an approval that was not booked',
    (shop) =>
      void (shop.journal = shop.journal.filter(
        ({ _id }) => _id !== 'jrn_refundApproved_ord_leavingR1',
      )),
    'ord_leaving',
  ],
  [
    'INV9',
    'a refund nobody was told of for two days',
    (shop) => void (shop.differences = []),
    'ord_leaving',
  ],
  [
    'INV9',
    'a refund nobody looks at',
    (shop) => void delete refundOf(shop, 'ord_leavingR1').checkAt,
    'ord_leaving',
  ],
  [
    'INV10',
    'a provider that paid back more than it took',
    (shop) => void (shop.providers = { ord_partly: { paid: 10_001, refunded: 10_002 } }),
    'ord_partly',
  ],
  [
    'INV11',
    'a fen of the teacher’s that went to the platform',
    (shop) => {
      const { lines } = entryOf(shop, 'jrn_paid_ord_bought');
      lines[1]!.fen = amount(-6999);
      lines[2]!.fen = amount(-3002);
    },
    'ord_bought',
  ],
  [
    'INV11',
    'a share that went to another teacher',
    (shop) =>
      void (entryOf(shop, 'jrn_paid_ord_bought').lines[1]!.account = 'earner:usr_x:pending'),
    'ord_bought',
  ],
  [
    'INV11',
    'a refund borne by the teacher alone',
    (shop) => {
      const [own, platform] = entryOf(shop, 'jrn_refundApproved_ord_partlyR1').lines;
      Object.assign(own!, { fen: 5000 });
      Object.assign(platform!, { fen: 0 });
      refundOf(shop, 'ord_partlyR1').split!.teacher = amount(5000);
      orderOf(shop, 'ord_partly').returned.teacher = amount(5000);
    },
    'ord_partly',
  ],
  ['INV14', 'a seat counted twice', (shop) => void (shop.seatPools[0]!.taken = 2), 'crs_seats'],
  ['INV14', 'more seats than there are', (shop) => void (shop.seatPools[0]!.cap = 0), 'crs_seats'],
  [
    'INV15',
    'a seat that nobody sits on',
    (shop) =>
      Object.assign(shop.seatPools[0]!, { taken: 2, holders: ['ord_seated#1', 'ord_gone#1'] }),
    'crs_seats',
  ],
  [
    'INV15',
    'a buyer without a seat',
    (shop) => void (orderOf(shop, 'ord_seated').seat = 2),
    'crs_seats',
  ],
  [
    'INV17',
    'a lock that outlived its order',
    (shop) => void (orderOf(shop, 'ord_closed').openKey = 'usr_ben:course:crs_open'),
    'ord_closed',
  ],
  [
    'INV18',
    'an order left unpaid for days',
    (shop) => {
      const order = orderOf(shop, 'ord_closed');
      order.history.splice(1);
      Object.assign(order, { status: 'pending', seq: 0, openKey: 'usr_ben:course:crs_open' });
    },
    'ord_closed',
  ],
  [
    'INV21',
    'suspense that no difference tells of',
    (shop) =>
      void shop.journal.push({
        ...entryOf(shop, 'jrn_paid_ord_bought'),
        _id: 'jrn_suspense',
        kind: 'suspense',
        lines: [
          { account: 'psp:cloudPay', fen: amount(1) },
          { account: 'suspense', fen: amount(-1) },
        ],
      }),
    'ord_bought',
  ],
  [
    'INV22',
    'a debt to a buyer with no refund on its way',
    (shop) => {
      const { lines } = entryOf(shop, 'jrn_refundSucceeded_ord_partlyR1');
      lines[0]!.fen = amount(4999);
      lines[1]!.fen = amount(-4999);
    },
    'ord_partly',
  ],
  [
    'INV24',
    'a step the machine does not have',
    (shop) => void (orderOf(shop, 'ord_closed').history[2]!.event = 'pay'),
    'ord_closed',
  ],
  [
    'INV24',
    'a history somebody shortened',
    (shop) => void orderOf(shop, 'ord_closed').history.splice(1, 1),
    'ord_closed',
  ],
  [
    'INV24',
    'a refund whose status was set by hand',
    (shop) => void (refundOf(shop, 'ord_leavingR1').status = 'abnormal'),
    'ord_leaving',
  ],
  [
    'INV25',
    'a price changed after it was agreed',
    (shop) => void (orderOf(shop, 'ord_closed').payable = amount(1)),
    'ord_closed',
  ],
  [
    'INV26',
    'a task nobody did',
    (shop) => void (orderOf(shop, 'ord_bought').todo = ['tellBuyerPaid']),
    'ord_bought',
  ],
  [
    'INV27',
    'a membership of more days than were bought',
    (shop) => void (userOf(shop, 'usr_ben').rights.membership['ord_member']!.days = 366),
    'ord_member',
  ],
  [
    'INV32',
    'a buyer who brought themselves',
    (shop) =>
      void (orderOf(shop, 'ord_closed').affiliate = {
        userId: orderOf(shop, 'ord_closed').userId,
        share: 500,
      }),
    'ord_closed',
  ],
  [
    'INV32',
    'shares that are more than the price',
    (shop) => void (orderOf(shop, 'ord_closed').affiliate = { userId: 'usr_kay', share: 3001 }),
    'ord_closed',
  ],
  [
    'INV11',
    'an affiliate who was given nothing',
    (shop) => void (orderOf(shop, 'ord_bought').affiliate = { userId: 'usr_kay', share: 1000 }),
    'ord_bought',
  ],
  [
    'INV32',
    'a teacher who bought their own course',
    (shop) => void (orderOf(shop, 'ord_closed').userId = 'usr_teacher'),
    'ord_closed',
  ],
];

describe('the auditor of orders, refunds, rights, seats and their entries', () => {
  it('finds nothing in a shop in which everything is right', () => {
    expect(audit(aShop())).toEqual([]);
  });

  it.each(SPOILT)('%s: %s is found', (id, _what, spoil, subject) => {
    const shop = aShop();
    spoil(shop);
    expect(audit(shop)).toContainEqual(expect.objectContaining({ id, subject }));
  });

  it('leaves what is still under way alone', () => {
    const shop = aShop();
    shop.seatPools[0]!.holders = [];
    shop.seatPools[0]!.taken = 0;
    expect(audit(shop, false)).toEqual([]);
  });

  it('says which order, and how many fen', () => {
    const shop = aShop();
    orderOf(shop, 'ord_partly').refunded = amount(4999);
    expect(audit(shop)).toEqual([
      { id: 'INV7', subject: 'ord_partly', found: 'what is refunded is 4999 instead of 5000' },
    ]);
  });

  it('allows a day for a refund to arrive', () => {
    const shop = aShop();
    shop.differences = [];
    const asked = found(shop.refunds, 'ord_leavingR1').history.at(-1)!.at;
    const moment = { now: asked + DAY, quiet: true };
    expect(auditAll(shop, moment)).toEqual([]);
  });
});
