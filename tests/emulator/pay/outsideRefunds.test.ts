import { createHmac } from 'node:crypto';
import { openCloud, type Json, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    messagePush: { function: 'push' },
    payments: { virtual: { offerId: '1', appKeys: { live: 'live', sandbox: 'sandbox' } } },
  });
});
afterAll(() => cloud.close());

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');

async function payVirtually(outTradeNo: string): Promise<void> {
  const phone = { 'x-openid': 'oAnna' };
  const { code } = await cloud.post('/_local/login', {}, phone);
  const query = `appid=wx0000000000000001&secret=local-secret&js_code=${String(code)}`;
  const session = await cloud.get(`/wechat-api/sns/jscode2session?${query}`);
  const goods = { offerId: '1', buyQuantity: 1, env: 0, currencyType: 'CNY', productId: 'p' };
  const signData = JSON.stringify({ ...goods, goodsPrice: 100, outTradeNo, attach: '' });
  const paySig = hmac('live', `requestVirtualPayment&${signData}`);
  const signature = hmac(session.session_key as string, signData);
  const request = { signData, paySig, signature, mode: 'short_series_goods' };
  await cloud.post('/_local/virtual-payment', request, phone);
  await cloud.post(`/_local/pay/${outTradeNo}`, { action: 'pay' });
}

function events(name: string): Json[] {
  const all = cloud.database.documents('callbacks', 100) as Json[];
  return all.map(({ event }) => event).filter((event) => event.Event === name);
}

test('a refund from the merchant console reaches the function that heard of the payment', async () => {
  const params = { outTradeNo: 'order_1', totalFee: 100 };
  await cloud.call('pay', { api: 'unifiedOrder', params }, 'oAnna');
  expect(await cloud.post('/_local/pay/order_1/refund', { by: 'console' })).toHaveProperty('error');
  await cloud.post('/_local/pay/order_1', { action: 'pay' });
  const refund = await cloud.post('/_local/pay/order_1/refund', { by: 'console', amount: 30 });
  await cloud.advance(2000);
  const callbacks = cloud.database.documents('callbacks', 100) as Json[];
  expect(callbacks.at(-1)?.event).toMatchObject({
    outRefundNo: refund.outRefundNo,
    refundFee: 30,
    refundRequestSource: 'VENDOR_PLATFORM',
  });
  expect(
    await cloud.post('/_local/pay/order_1/refund', { by: 'console', amount: 71 }),
  ).toHaveProperty('error');
});

test('Apple asks up to three times for an opinion, then decides on its own', async () => {
  await payVirtually('v_order_1');
  const kept = await cloud.post('/_local/pay/v_order_1/refund', { by: 'apple', approve: false });
  expect(kept.refund).toBeUndefined();
  expect(kept.answers).toHaveLength(3);
  expect(events('xpay_subscribe_ios_refund_query_notify')).toHaveLength(3);
  await cloud.post('/_local/pay/v_order_1/refund', { by: 'apple', approve: true });
  await cloud.advance(2000);
  expect(events('xpay_refund_notify')).toMatchObject([{ MchOrderId: 'v_order_1', RefundFee: 100 }]);
});
