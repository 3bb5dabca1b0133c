import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { DAY, freshRequest } from '../orders/stage';
import {
  admin,
  afterHold,
  askPayout,
  BANK,
  fold,
  payoutOf,
  refundWhole,
  sell,
  sellers,
  SHARE,
  type Teacher,
  type Payable,
} from '../earnings/teachers';
import type { Payout } from '../../server/payouts/payout';

const NAMES = [
  'Plain',
  'Twice',
  'Rejected',
  'Debtor',
  'Racing',
  'Doubled',
  'Given',
  'Own',
  'Counted',
  'Repaid',
];

let cloud: TestCloud;
let ada: Phone;
let bob: Phone;
let named: (name: string) => Payable;

beforeAll(async () => {
  cloud = await openCloud();
  ada = await admin(cloud, 'oAda');
  bob = await admin(cloud, 'oBob');
  named = await sellers(cloud, NAMES, BANK);
  await afterHold(cloud);
}, 240_000);
afterAll(() => cloud.close());

const manage = (phone: Phone, action: string, more: object) =>
  phone.call('manageMoney', { action, ...more });
const approve = (phone: Phone, payoutId: string) => manage(phone, 'approvePayout', { payoutId });
const confirm = (phone: Phone, payoutId: string) =>
  manage(phone, 'confirmPayout', { payoutId, reference: '回单 20261123-001' });
const statusOf = async (payoutId: string) =>
  (await cloud.documents<Payout>('payouts')).find(({ _id }) => _id === payoutId)?.status;

/** What is in transit is what payouts under way add up to (INV13), and each account is its fold (INV5). */
const accountsAgree = async ({ userId, account }: Teacher) => {
  const { available = 0, receivable = 0, inTransit = 0 } = (await account()) ?? {};
  const UNDER_WAY = ['reserved', 'approved', 'sent', 'waitingForEarner'];
  const payouts = (await cloud.documents<Payout>('payouts')).filter(
    ({ earner: { userId: whose }, status }) => whose === userId && UNDER_WAY.includes(status),
  );
  expect(available).toBe(0 - (await fold(cloud, `earner:${userId}:available`)));
  expect(receivable).toBe(await fold(cloud, `earner:${userId}:receivable`));
  expect(inTransit).toBe(payouts.reduce((sum, { amount }) => sum + amount, 0));
};

describe('a payout by hand', () => {
  it('E8 E9: is set aside, approved by one admin, confirmed by another, and told of', async () => {
    const lin = named('Plain');
    const payoutId = await payoutOf(lin, SHARE);
    expect(await lin.call('read')).toMatchObject({ available: 0, inTransit: SHARE });

    dataOf(await approve(ada, payoutId));
    await cloud.runTimer('keepBooks');
    expect(await statusOf(payoutId)).toBe('sent');
    expect(codeOf(await confirm(ada, payoutId))).toBe('PAYOUT_NEEDS_SECOND_PERSON');
    dataOf(await confirm(bob, payoutId));
    expect(codeOf(await confirm(bob, payoutId))).toBe('PAYOUT_ALREADY_DECIDED');

    expect(await lin.call('read')).toMatchObject({ available: 0, inTransit: 0 });
    await cloud.runTimer('deliverOutbox');
    const titles = dataOf(await lin.phone.call('getNotices', {})).items.map(({ title }) => title);
    expect(titles).toContain('提现已到账');
    await accountsAgree(lin);
  });

  it('INV28: an admin’s own proposal waits for another admin', async () => {
    const own = named('Own');
    const wish = { requestId: freshRequest(), earnerId: own.userId, amount: SHARE };
    const answer = dataOf(await manage(ada, 'proposePayout', wish));
    if (answer.view !== 'payout') throw new Error('not a payout');
    const { payoutId } = answer.payout;
    expect(answer.payout.actions).not.toContain('approve');
    expect(codeOf(await approve(ada, payoutId))).toBe('PAYOUT_NEEDS_SECOND_PERSON');
    expect(dataOf(await approve(bob, payoutId))).toMatchObject({
      payout: { status: 'approved', alone: false, payee: { account: BANK.account } },
    });
  });

  it('E10: one that is not approved gives the money back', async () => {
    const wu = named('Rejected');
    const payoutId = await payoutOf(wu, SHARE);
    dataOf(await manage(ada, 'rejectPayout', { payoutId, reason: '请补充开户行' }));
    expect(await wu.call('read')).toMatchObject({ available: SHARE, inTransit: 0 });
    expect(codeOf(await approve(bob, payoutId))).toBe('PAYOUT_ALREADY_DECIDED');
    await accountsAgree(wu);
  });

  it('E10: one whose transfer was never made is given up by a second person', async () => {
    const gao = named('Given');
    const payoutId = await payoutOf(gao, SHARE);
    dataOf(await approve(ada, payoutId));
    await cloud.runTimer('keepBooks');
    const wish = { payoutId, reason: '账号有误，银行退回' };
    expect(codeOf(await manage(ada, 'giveUpPayout', wish))).toBe('PAYOUT_NEEDS_SECOND_PERSON');
    dataOf(await manage(bob, 'giveUpPayout', wish));
    expect(await gao.call('read')).toMatchObject({ available: SHARE, inTransit: 0 });
    await accountsAgree(gao);
  });
});

describe('what stands in the way', () => {
  it('T-payout: a payee set less than 48 hours ago', async () => {
    const twice = named('Twice');
    await twice.call('setPayee', { payee: { ...BANK, account: '6225880199999999' } });
    expect(codeOf(await askPayout(twice, SHARE))).toBe('PAYEE_TOO_NEW');
    await cloud.advance(2 * DAY);
    expect(codeOf(await askPayout(twice, SHARE))).toBe('OK');
  });

  it('more than there is, or too little', async () => {
    const wu = named('Rejected');
    expect(codeOf(await askPayout(wu, SHARE + 1))).toBe('PAYOUT_TOO_MUCH');
    expect(codeOf(await askPayout(wu, 999))).toBe('PAYOUT_TOO_SMALL');
  });

  it('a request that was made before with another amount', async () => {
    const wu = named('Rejected');
    dataOf(await askPayout(wu, 1000, 'same-request'));
    dataOf(await askPayout(wu, 1000, 'same-request'));
    expect(codeOf(await askPayout(wu, 2000, 'same-request'))).toBe('REQUEST_REUSED');
    expect(await wu.call('read')).toMatchObject({ inTransit: 1000 });
  });
});

describe('payouts and refunds', () => {
  it('X25: after a payout a refund is owed, stops payouts, and is repaid by what is earned later', async () => {
    const debtor = named('Repaid');
    const payoutId = await payoutOf(debtor, SHARE);
    dataOf(await approve(ada, payoutId));
    await cloud.runTimer('keepBooks');
    dataOf(await confirm(bob, payoutId));
    dataOf(await refundWhole(debtor.sale, ada));
    expect(await debtor.call('read')).toMatchObject({ available: 0, receivable: SHARE });
    expect(codeOf(await askPayout(debtor, 1000))).toBe('PAYOUT_WHILE_OWING');
    await sell(cloud, debtor, 'oLater1');
    await sell(cloud, debtor, 'oLater2');
    await afterHold(cloud);
    expect(await debtor.call('read')).toMatchObject({ available: SHARE, receivable: 0 });
    await accountsAgree(debtor);
  });

  it('X25: one that was not sent yet is kept to repay what came to be owed', async () => {
    const debtor = named('Debtor');
    const payoutId = await payoutOf(debtor, SHARE);
    dataOf(await approve(ada, payoutId));
    dataOf(await refundWhole(debtor.sale, ada));
    await cloud.runTimer('keepBooks');
    expect(await statusOf(payoutId)).toBe('failed');
    expect(await debtor.call('read')).toMatchObject({ available: 0, receivable: 0, inTransit: 0 });
    await accountsAgree(debtor);
  });

  it('X26: a payout and a refund at the same time never use the same money', async () => {
    const racing = named('Racing');
    const asked = { requestId: freshRequest(), orderId: racing.sale.orderId, reason: '不合适' };
    const { refundId } = dataOf(await racing.sale.phone.call('refund', asked));
    const [payout] = await Promise.all([
      askPayout(racing, SHARE),
      ada.call('reviewRefund', { refundId, decision: 'approve' }).then(dataOf),
    ]);
    const owed = codeOf(payout) === 'OK' ? SHARE : 0;
    expect(await racing.account()).toMatchObject({ available: 0, receivable: owed });
    await accountsAgree(racing);
  });

  it('X27: of two payouts at once over the same money one is made', async () => {
    const doubled = named('Doubled');
    const codes = await Promise.all([1, 2, 3].map(() => askPayout(doubled, SHARE).then(codeOf)));
    expect(codes.sort()).toEqual(['OK', 'PAYOUT_TOO_MUCH', 'PAYOUT_TOO_MUCH']);
    await accountsAgree(doubled);
  });

  it('S22: asking takes at most eight round trips, approving at most six', async () => {
    const counted = named('Counted');
    let payoutId = '';
    const asking = await cloud.roundTrips(async () => {
      payoutId = await payoutOf(counted, SHARE);
    });
    expect(asking).toBeLessThanOrEqual(8);
    expect(await cloud.roundTrips(() => approve(ada, payoutId))).toBeLessThanOrEqual(6);
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
