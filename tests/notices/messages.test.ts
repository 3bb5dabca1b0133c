import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../../emulator';
import { localShop } from '../../scripts/localCloud';
import { seed } from '../../scripts/seed/seed';
import { dataOf, type Phone, type TestCloud } from '../cloud';
import { bought, course, freshRequest, MINUTE, openShop, registered } from '../orders/stage';

const root = join(__dirname, '../..');
const COURSE = 'crs_messages';

type Message = { openid: string; templateId: string; page: string; data: object };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openShop(course(COURSE));
});
afterAll(() => cloud.close());

/** What `wx.requestSubscribeMessage` does when the person allows it. */
const allow = async (phone: Phone, purpose: 'paid' | 'refunded') => {
  const { messageTemplates } = dataOf(await phone.call('getMe'));
  const consent = { templateIds: [messageTemplates[purpose]] };
  await cloud.post('/_local/subscribe', consent, { 'x-openid': phone.openid ?? '' });
};

const messagesTo = async (openid: string) => {
  const { subscribeMessages } = await cloud.get<{ subscribeMessages: Message[] }>('/_local/outbox');
  return subscribeMessages.filter((message) => message.openid === openid);
};

const noticesOf = async (phone: Phone) =>
  dataOf(await phone.call('getNotices')).items.map(({ title }) => title);

describe('messages of WeChat', () => {
  it('tell a buyer of the payment who allowed it, once for one consent', async () => {
    const phone = await registered(cloud, 'oAllows');
    await allow(phone, 'paid');
    const orderId = await bought(cloud, phone, COURSE);
    await cloud.runTimer('deliverOutbox');
    await cloud.runTimer('deliverOutbox');
    expect(await messagesTo('oAllows')).toMatchObject([
      {
        templateId: 'local-template-paid',
        page: `packages/buying/pages/order/index?orderId=${orderId}`,
        data: { thing1: { value: '从零开始写小程序' }, amount2: { value: '128.00' } },
      },
    ]);
    expect(await noticesOf(phone)).toEqual(['购买成功']);
  });

  it('cost one round trip when there is nothing to tell', async () => {
    await cloud.runTimer('deliverOutbox');
    await cloud.runTimer('deliverOutbox');
    expect(await cloud.lastRoundTrips('deliverOutbox')).toBe(1);
  });

  it('and neither do the books cost more than five when nothing is due', async () => {
    await cloud.runTimer('keepBooks');
    await cloud.runTimer('keepBooks');
    expect(await cloud.lastRoundTrips('keepBooks')).toBeLessThanOrEqual(5);
  });

  it('are not sent to a buyer who refused: a notice tells them, and the order is as good', async () => {
    const phone = await registered(cloud, 'oRefuses');
    const orderId = await bought(cloud, phone, COURSE);
    await cloud.runTimer('deliverOutbox');
    expect(await messagesTo('oRefuses')).toEqual([]);
    expect(await noticesOf(phone)).toEqual(['购买成功']);
    const { items } = dataOf(await phone.call('getOrders', { orderId }));
    expect(items).toMatchObject([{ status: 'paid' }]);
    const [order] = (await cloud.documents('orders')).filter(({ _id }) => _id === orderId);
    expect(order).toMatchObject({ todo: [] });
  });

  it('tell of the money that came back', async () => {
    const phone = await registered(cloud, 'oReturns');
    const orderId = await bought(cloud, phone, COURSE);
    await allow(phone, 'refunded');
    dataOf(await phone.call('refund', { requestId: freshRequest(), orderId, reason: '买错了' }));
    for (let minutes = 0; minutes < 6; minutes += 2) await cloud.advance(2 * MINUTE);
    expect(await messagesTo('oReturns')).toMatchObject([
      { templateId: 'local-template-refunded', data: { amount2: { value: '128.00' } } },
    ]);
  });
});

describe('the templates that a phone may ask consent for', () => {
  it('are those that the owner set', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'shop-'));
    const shop = localShop(root, { port: 0, dataDir });
    const environmentVariables = {
      ...shop.environmentVariables,
      TEMPLATE_REFUNDED: '',
      TEMPLATE_ANSWERED: '',
    };
    const another = await startCloud({ ...shop, environmentVariables });
    await seed('settings', { url: another.url, root });
    const answer = await fetch(`${another.url}/_local/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': 'oVisitor' },
      body: JSON.stringify({ name: 'getMe', data: {} }),
    });
    const { result } = (await answer.json()) as { result: { data: { messageTemplates: object } } };
    await another.close();
    rmSync(dataDir, { recursive: true, force: true });
    expect(result.data.messageTemplates).toEqual({ paid: 'local-template-paid' });
  });
});
