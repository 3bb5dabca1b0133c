import { fen } from '../../shared/money';
import type { InvariantId } from '../../shared/audit/invariants';
import { auditAll, type MoneyDocuments } from '../../server/audit/documents';
import type { JournalEntry } from '../../server/journal/journal';
import type { Claim } from '../../server/offers/claim';
import type { Payout } from '../../server/payouts/payout';
import type { Proposal } from '../../server/proposals/proposal';
import { aShop, BEGUN, found, NOW, type Draft } from './shop';

const TEACHER = { userId: 'usr_teacher', nickname: '老师' };
const ADMIN = { userId: 'usr_admin', nickname: '管理员' };
const OTHER = { userId: 'usr_other', nickname: '另一位管理员' };

/** A payout that arrived and one that is under way, out of what one order left. */
const payout = (_id: string, amount: number, done: boolean): Payout => ({
  _id,
  requestId: `req_${_id}`,
  earner: TEACHER,
  openid: 'o_teacher',
  amount: fen(amount),
  method: 'manualBank',
  payee: { method: 'bank', realName: '李老师', bankName: '招商银行', account: '6225880012345678' },
  status: done ? 'done' : 'approved',
  seq: done ? 3 : 1,
  history: [
    { at: BEGUN, event: 'ask', from: '', to: 'reserved', by: 'earner' },
    { at: BEGUN, event: 'approve', from: 'reserved', to: 'approved', by: 'admin' },
    ...(done
      ? ([
          { at: BEGUN, event: 'submit', from: 'approved', to: 'sent', by: 'timer' },
          { at: BEGUN, event: 'succeed', from: 'sent', to: 'done', by: 'admin' },
        ] as const)
      : []),
  ],
  madeBy: TEACHER,
  madeAt: BEGUN,
  approvedBy: ADMIN,
  tries: 0,
  todo: [],
});

const entry = (
  _id: string,
  facts: Pick<JournalEntry, 'kind' | 'orderId' | 'payoutId'>,
  ...lines: [JournalEntry['lines'][number]['account'], number][]
): JournalEntry => ({
  _id,
  ...facts,
  at: BEGUN,
  lines: lines.map(([account, amount]) => ({ account, fen: fen(amount) })),
});

const reserved = (payoutId: string, amount: number) =>
  entry(
    `jrn_reserved_${payoutId}`,
    { kind: 'payoutReserved', payoutId },
    ['earner:usr_teacher:available', amount],
    ['payoutTransit', -amount],
  );

const proposal: Proposal = {
  _id: 'prp_1',
  kind: 'recordSettlement',
  subject: 'cloudPay:A1',
  openKey: 'prp_1',
  proposed: {
    kind: 'recordSettlement',
    provider: 'cloudPay',
    date: '2026-06-01',
    amount: 4000,
    reference: 'A1',
  },
  summary: '结算到账 ¥40.00',
  reason: '六月一日结算单',
  madeBy: ADMIN,
  madeAt: BEGUN,
  status: 'approved',
  decidedBy: OTHER,
  decidedAt: BEGUN,
};

const claim: Claim = {
  _id: 'cpn_1_usr_amy_1',
  couponId: 'cpn_1',
  userId: 'usr_amy',
  openid: 'o_amy',
  requestId: 'req_claim',
  state: 'used',
  heldBy: 'ord_bought#1',
  claimedAt: BEGUN,
  todo: [],
};

const unused: Claim = { ...claim, _id: 'cpn_1_usr_ben_1', state: 'claimed', heldBy: '' };

/** The payout that arrived, had it been shared out of the order it was earned by. */
const shared = (shop: Shop, amount = 3000): void => {
  Object.assign(found(shop.orders, 'ord_bought'), { sharePercent: 30, sharedBy: 'p1' });
  const share = {
    number: 'p1S1',
    orderId: 'ord_bought',
    transactionId: 'tx_ord_bought',
    amount: fen(amount),
    until: NOW,
    outcome: { kind: 'done' as const, reference: '3008' },
  };
  Object.assign(found(shop.payouts, 'p1'), {
    method: 'profitSharing',
    submittedAt: BEGUN,
    shares: [share],
  });
};

type Shop = { -readonly [K in keyof Required<MoneyDocuments>]: Draft<Required<MoneyDocuments>[K]> };

/** The shop of the other tests after a settlement, a payout that arrived, one under way, and a coupon used. */
const aRichShop = (): Shop => {
  const shop = aShop() as Shop;
  const bought = found(shop.orders, 'ord_bought');
  bought.listPrice = fen(10_501);
  bought.discounts = [{ kind: 'coupon', label: '开业礼', amount: fen(500) }];
  bought.coupon = {
    couponId: 'cpn_1',
    claimId: claim._id,
    hold: 1,
    amount: fen(500),
    fundedBy: 'shared',
  };
  bought.matured = { at: BEGUN, amount: fen(7000) };
  const additions = structuredClone([
    entry(
      'jrn_matured',
      { kind: 'matured', orderId: 'ord_bought' },
      ['earner:usr_teacher:pending', 7000],
      ['earner:usr_teacher:available', -7000],
    ),
    entry('jrn_settled', { kind: 'settled' }, ['bank', 4000], ['psp:cloudPay', -4000]),
    reserved('p1', 3000),
    entry(
      'jrn_done',
      { kind: 'payoutDone', payoutId: 'p1' },
      ['payoutTransit', 3000],
      ['bank', -3000],
    ),
    reserved('p2', 1000),
  ]);
  return Object.assign(shop, {
    journal: [...shop.journal, ...additions],
    payouts: [payout('p1', 3000, true), payout('p2', 1000, false)],
    earnerAccounts: [
      { _id: 'usr_teacher', version: 4, available: 3000, receivable: 0, inTransit: 1000 },
    ],
    proposals: [structuredClone(proposal)],
    couponClaims: structuredClone([claim, unused]),
    couponPools: [{ _id: 'cpn_1', cap: 9, taken: 2, holders: [claim._id, unused._id] }],
  });
};

type Spoilt = readonly [
  id: InvariantId,
  what: string,
  spoil: (shop: Shop) => void,
  subject: string,
];

const SPOILT: readonly Spoilt[] = [
  [
    'INV3',
    'an entry of an order that is none',
    (shop) => void (found(shop.journal, 'jrn_matured').orderId = 'ord_none'),
    'jrn_matured',
  ],
  [
    'INV4',
    'an entry with one side',
    (shop) => void found(shop.journal, 'jrn_settled').lines.pop(),
    'jrn_settled',
  ],
  [
    'INV5',
    'a balance changed by hand',
    (shop) => void (shop.earnerAccounts[0]!.available = fen(3001)),
    'usr_teacher',
  ],
  [
    'INV5',
    'an account that was never kept',
    (shop) => void (shop.earnerAccounts = []),
    'usr_teacher',
  ],
  [
    'INV6',
    'a provider that settled more than it held',
    (shop) => {
      const { lines } = found(shop.journal, 'jrn_settled');
      Object.assign(lines[0]!, { fen: 99_999 });
      Object.assign(lines[1]!, { fen: -99_999 });
    },
    'shop',
  ],
  [
    'INV12',
    'more on its way than the teacher had',
    (shop) => void (shop.earnerAccounts[0]!.available = fen(-1)),
    'usr_teacher',
  ],
  [
    'INV12',
    'a teacher who owes and has at once',
    (shop) => void (shop.earnerAccounts[0]!.receivable = fen(1)),
    'usr_teacher',
  ],
  [
    'INV13',
    'a payout that arrived without an entry',
    (shop) => void (shop.journal = shop.journal.filter(({ _id }) => _id !== 'jrn_done')),
    'p1',
  ],
  [
    'INV13',
    'a payout of another amount than was set aside',
    (shop) => void (found(shop.payouts, 'p2').amount = fen(999)),
    'p2',
  ],
  [
    'INV13',
    'money in transit to nobody',
    (shop) => void (shop.payouts = shop.payouts.filter(({ _id }) => _id !== 'p2')),
    'shop',
  ],
  [
    'INV16',
    'a coupon used twice',
    (shop) => void (found(shop.couponClaims, claim._id).state = 'claimed'),
    'ord_bought',
  ],
  [
    'INV16',
    'a coupon used by an order that knows nothing of it',
    (shop) =>
      Object.assign(found(shop.couponClaims, unused._id), {
        state: 'used',
        heldBy: 'ord_member#1',
      }),
    unused._id,
  ],
  [
    'INV16',
    'a coupon reserved by an order that is closed',
    (shop) => {
      const order = found(shop.orders, 'ord_closed');
      order.coupon = { ...found(shop.orders, 'ord_bought').coupon!, claimId: unused._id };
      Object.assign(found(shop.couponClaims, unused._id), {
        state: 'reserved',
        heldBy: 'ord_closed#1',
      });
    },
    unused._id,
  ],
  [
    'INV16',
    'a coupon beyond the stock',
    (shop) => void (shop.couponPools[0]!.holders = [claim._id]),
    unused._id,
  ],
  [
    'INV21',
    'a difference with no money behind it',
    (shop) => void shop.differences.push({ orderId: 'ord_nobody', suspense: 5, status: 'open' }),
    'shop',
  ],
  [
    'INV24',
    'a payout whose history was shortened',
    (shop) => void found(shop.payouts, 'p1').history.splice(1, 1),
    'p1',
  ],
  [
    'INV33',
    'a payout shared out of nothing',
    (shop) => void (found(shop.payouts, 'p2').method = 'profitSharing'),
    'p2',
  ],
  [
    'INV33',
    'shares that are not the payout',
    (shop) => {
      shared(shop);
      found(shop.payouts, 'p1').shares![0]!.amount = fen(2999);
    },
    'p1',
  ],
  [
    'INV33',
    'more of an order than WeChat lets it share',
    (shop) => {
      shared(shop);
      found(shop.orders, 'ord_bought').sharePercent = 29;
    },
    'p1',
  ],
  [
    'INV33',
    'an order of another teacher',
    (shop) => {
      shared(shop);
      found(shop.payouts, 'p1').earner = structuredClone(OTHER);
    },
    'p1',
  ],
  [
    'INV33',
    'an order that another payout has',
    (shop) => {
      shared(shop);
      found(shop.orders, 'ord_bought').sharedBy = 'p2';
    },
    'p1',
  ],
  [
    'INV33',
    'a share booked as arrived that failed',
    (shop) => {
      shared(shop);
      found(shop.payouts, 'p1').shares![0]!.outcome = { kind: 'failed', reason: '已关闭' };
    },
    'p1',
  ],
  [
    'INV28',
    'a decision nobody else agreed to',
    (shop) => void (shop.proposals[0]!.decidedBy = structuredClone(ADMIN)),
    'prp_1',
  ],
  [
    'INV28',
    'a decision without a reason',
    (shop) => void (shop.proposals[0]!.reason = ' '),
    'prp_1',
  ],
  [
    'INV28',
    'a payout approved by its maker',
    (shop) => void (found(shop.payouts, 'p2').approvedBy = structuredClone(TEACHER)),
    'p2',
  ],
  [
    'INV28',
    'a gift of the shop that nobody approved',
    (shop) =>
      void (found(shop.orders, 'ord_bought').granted = { proposalId: 'prp_none', reason: '赠予' }),
    'ord_bought',
  ],
];

describe('the auditor of payouts, teachers, coupons, decisions and the books as a whole', () => {
  it('finds nothing where everything is right', () => {
    expect(auditAll(aRichShop(), { now: NOW, quiet: true })).toEqual([]);
  });

  it('INV33: finds nothing in a payout that was shared as it should be', () => {
    const shop = aRichShop();
    shared(shop);
    expect(auditAll(shop, { now: NOW, quiet: true })).toEqual([]);
  });

  it.each(SPOILT)('%s: %s is found', (id, _what, spoil, subject) => {
    const shop = aRichShop();
    spoil(shop);
    expect(auditAll(shop, { now: NOW, quiet: true })).toContainEqual(
      expect.objectContaining({ id, subject }),
    );
  });

  it('INV10, INV19, INV20, INV23: the provider’s own book is compared where it is known', () => {
    const shop = aRichShop();
    const broken = (paid: number, refunded: number) => {
      shop.providers = { ord_partly: { paid, refunded } };
      return auditAll(shop, { now: NOW, quiet: true }).map(({ id }) => id);
    };
    expect(broken(10_001, 5000)).toEqual([]);
    expect(broken(10_001, 4000)).toEqual(['INV23']);
    expect(broken(0, 0)).toEqual(['INV20', 'INV23']);
    expect(broken(10_001, 10_002)).toEqual(['INV10', 'INV23']);
    shop.providers = { ord_closed: { paid: 10_001, refunded: 0 } };
    expect(auditAll(shop, { now: NOW, quiet: true }).map(({ id }) => id)).toEqual([
      'INV19',
      'INV23',
    ]);
  });
});
