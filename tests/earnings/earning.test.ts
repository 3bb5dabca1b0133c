import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { change, DAY, kindsOf, order, orderDocument, registered } from '../orders/stage';
import { admin, afterHold, BANK, fold, PRICE, refundWhole, sell, SHARE, teacher } from './teachers';

let cloud: TestCloud;
let boss: Phone;
beforeAll(async () => {
  cloud = await openCloud();
  boss = await admin(cloud, 'oBoss');
});
afterAll(() => cloud.close());

describe('a teacher’s share', () => {
  it('E3: is held back until a week after the payment and then available, once', async () => {
    const lin = await teacher(cloud, 'oLin');
    const { orderId } = await sell(cloud, lin, 'oAmy');
    expect(await lin.call('read')).toMatchObject({ pending: SHARE, available: 0 });

    await cloud.advance(6 * DAY);
    await cloud.runTimer('keepBooks');
    expect(await lin.call('read')).toMatchObject({ pending: SHARE, available: 0 });

    await cloud.advance(DAY + 60_000);
    await cloud.runTimer('keepBooks');
    await cloud.runTimer('keepBooks');
    expect(await lin.call('read')).toMatchObject({ pending: 0, available: SHARE });
    expect(await kindsOf(cloud, orderId)).toEqual(['matured', 'paid']);
    expect(await fold(cloud, `earner:${lin.userId}:available`)).toBe(-SHARE);
    expect((await orderDocument(cloud, orderId)).matured?.amount).toBe(SHARE);
  });

  it('E3: stays held back while a refund waits for a decision', async () => {
    const refundRule = (days: number) =>
      change(
        cloud,
        { collection: 'settings', id: 'shop' },
        { refundRule: { days, maxPercent: 20, teacherLimit: 20_000 } },
      );
    const wu = await teacher(cloud, 'oWu');
    const sale = await sell(cloud, wu, 'oBea');
    await refundRule(3);
    await cloud.advance(4 * DAY);
    const asked = { requestId: 'wait-1', orderId: sale.orderId, reason: '不合适' };
    expect(dataOf(await sale.phone.call('refund', asked)).status).toBe('requested');
    await refundRule(7);
    await cloud.advance(4 * DAY);
    await cloud.runTimer('keepBooks');
    expect(await wu.call('read')).toMatchObject({ pending: SHARE, available: 0 });
  });

  it('E4: a refund within the hold takes back what is pending and leaves the account alone', async () => {
    const mei = await teacher(cloud, 'oMei');
    const { phone, orderId } = await sell(cloud, mei, 'oCat');
    dataOf(await phone.call('refund', { requestId: 'early-1', orderId, reason: '不合适' }));
    expect(await mei.call('read')).toMatchObject({ pending: 0, available: 0 });
    expect(await mei.account()).toBeUndefined();
  });

  it('E4 E11: a refund after the hold takes what is available', async () => {
    const gao = await teacher(cloud, 'oGao');
    const sale = await sell(cloud, gao, 'oDan');
    await afterHold(cloud);
    dataOf(await refundWhole(sale, boss));
    expect(await gao.call('read')).toMatchObject({ available: 0, receivable: 0 });
    expect(await fold(cloud, `earner:${gao.userId}:available`)).toBe(0);
  });
});

it('X16: a share that changes after an order is made is for the orders after it', async () => {
  const share = (course: number) => {
    const teacherShare = { course, membership: course };
    return change(cloud, { collection: 'settings', id: 'shop' }, { teacherShare });
  };
  const jia = await teacher(cloud, 'oJia');
  const phone = await registered(cloud, 'oXia');
  const { orderId } = dataOf(await order(phone, jia.courseId));
  await share(5000);
  await cloud.pay(orderId);
  expect(await jia.call('read')).toMatchObject({ pending: SHARE });
  await sell(cloud, jia, 'oYan');
  expect(await jia.call('read')).toMatchObject({ pending: SHARE + PRICE / 2 });
  await share(7000);
});

describe('what a teacher reads', () => {
  it('lists every sale and every movement with what it changed', async () => {
    const han = await teacher(cloud, 'oHan');
    const { orderId } = await sell(cloud, han, 'oEve');
    await afterHold(cloud);
    expect(await han.call('sales')).toMatchObject({
      items: [{ orderId, paid: PRICE, share: SHARE, returned: 0, maturedAt: expect.any(Number) }],
    });
    expect(await han.call('statement')).toMatchObject({
      items: [
        { orderId, pending: -SHARE, available: SHARE, receivable: 0 },
        { orderId, pending: SHARE, available: 0, receivable: 0 },
      ],
    });
  });

  it('S22: takes at most four round trips', async () => {
    const trips = (action: string) =>
      cloud.roundTrips(() => cloud.as('oHan').call('getEarnings', { action }));
    expect(await trips('read')).toBeLessThanOrEqual(4);
    expect(await trips('sales')).toBe(2);
    expect(await trips('statement')).toBe(3);
    expect(await trips('payouts')).toBe(2);
  });

  it('T-payout: shows no more of a payee than its last digits, and tells of every change', async () => {
    const qin = await teacher(cloud, 'oQin');
    const shown = await qin.call('setPayee', { payee: BANK });
    expect(JSON.stringify(shown)).not.toContain(BANK.account);
    expect(shown).toMatchObject({ payee: { account: '•••• 5678' } });
    const notices = dataOf(await qin.phone.call('getNotices', {})).items;
    expect(notices.map(({ title }) => title)).toContain('收款方式已更改');
  });

  it('is nobody else’s to read', async () => {
    const { phone } = await sell(cloud, await teacher(cloud, 'oZoe'), 'oFay');
    const visitor = cloud.as('oVisitor');
    expect(codeOf(await visitor.call('getEarnings', { action: 'read' }))).toBe('NOT_LOGGED_IN');
    const own = dataOf(await phone.call('getEarnings', { action: 'read' }));
    expect(own).toMatchObject({ pending: 0, available: 0 });
    expect(dataOf(await phone.call('getEarnings', { action: 'sales' }))).toMatchObject({
      items: [],
    });
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
