import { createHmac } from 'node:crypto';
import { openCloud, type Json, type TestCloud } from '../cloud';

const KEYS = { live: 'live-key', sandbox: 'sandbox-key' };
const ANNA = { 'x-openid': 'oAnna' };

let cloud: TestCloud;
let sessionKey: string;
let accessToken: string;
beforeAll(async () => {
  cloud = await openCloud({
    messagePush: { function: 'push' },
    payments: { virtual: { offerId: '123', appKeys: KEYS, products: { course_1: 100 } } },
  });
  sessionKey = (await logIn()).session_key as string;
  const account = {
    grant_type: 'client_credential',
    appid: 'wx0000000000000001',
    secret: 'local-secret',
  };
  accessToken = (await cloud.post('/wechat-api/cgi-bin/stable_token', account))
    .access_token as string;
});
afterAll(() => cloud.close());

async function logIn(): Promise<Json> {
  const { code } = await cloud.post('/_local/login', {}, ANNA);
  return exchange(code as string);
}

function exchange(code: string): Promise<Json> {
  const account = 'appid=wx0000000000000001&secret=local-secret';
  return cloud.get(
    `/wechat-api/sns/jscode2session?${account}&js_code=${code}&grant_type=authorization_code`,
  );
}

const hmac = (key: string, message: string) =>
  createHmac('sha256', key).update(message).digest('hex');

function request(change: object = {}, signatures: object = {}) {
  const goods = {
    offerId: '123',
    buyQuantity: 1,
    env: 0,
    currencyType: 'CNY',
    productId: 'course_1',
  };
  const order = { goodsPrice: 100, outTradeNo: 'v_order_1', attach: 'a' };
  const signData = JSON.stringify({ ...goods, ...order, ...change });
  const paySig = hmac(KEYS.live, `requestVirtualPayment&${signData}`);
  const signature = hmac(sessionKey, signData);
  return { signData, paySig, signature, mode: 'short_series_goods', ...signatures };
}

const present = (body: object) => cloud.post('/_local/virtual-payment', body, ANNA);

async function xpay(name: string, params: object): Promise<Json> {
  const body = JSON.stringify({ openid: 'oAnna', env: 0, ...params });
  const paySig = hmac(KEYS.live, `/xpay/${name}&${body}`);
  const query = `access_token=${accessToken}&pay_sig=${paySig}`;
  const response = await fetch(`${cloud.url}/wechat-api/xpay/${name}?${query}`, {
    method: 'POST',
    body,
  });
  return response.json();
}

function pushes(event: string): Json[] {
  const all = cloud.database.documents('callbacks', 100) as Json[];
  return all.filter((push) => push.event.Event === event);
}

describe('logging in', () => {
  test('exchanges a code once for the same session key', async () => {
    const { code } = await cloud.post('/_local/login', {}, ANNA);
    expect(await exchange(code)).toEqual({ openid: 'oAnna', session_key: sessionKey });
    expect(await exchange(code)).toMatchObject({ errcode: 40163 });
    expect(await exchange('nonsense')).toMatchObject({ errcode: 40029 });
  });
});

describe('a phone that starts a virtual payment', () => {
  test.each([
    ['a wrong payment signature', {}, { paySig: 'x' }, -15006],
    ['a wrong user signature', {}, { signature: 'x' }, -15005],
    ['another price than the product has', { goodsPrice: 99 }, {}, -15013],
    ['a product that is not published', { productId: 'none' }, {}, -15010],
    ['another currency', { currencyType: 'USD' }, {}, -15004],
    ['data that is not what it should be', { buyQuantity: '1' }, {}, -15016],
    ['another mode', {}, { mode: 'game' }, -15001],
  ])('is refused with %s', async (_what, change, signatures, errCode) => {
    expect(await present(request(change, signatures))).toMatchObject({ errCode });
  });

  test('is refused with the live key in the sandbox', async () => {
    expect(await present(request({ env: 1 }))).toMatchObject({ errCode: -15006 });
  });
});

test('a paid order is pushed for delivery, and can be asked for and refunded', async () => {
  expect(await present(request())).toEqual({ outTradeNo: 'v_order_1' });
  expect(await xpay('query_order', { order_id: 'v_order_1' })).toMatchObject({
    errcode: 0,
    order: { order_id: 'v_order_1', status: 1, order_fee: 100, paid_fee: 0 },
  });
  expect(await cloud.post('/_local/pay/v_order_1', { action: 'pay' })).toEqual({
    state: 'SUCCESS',
    callbacks: [{ result: { ErrCode: 0, ErrMsg: 'success' } }],
  });
  expect(pushes('xpay_goods_deliver_notify')).toMatchObject([
    {
      source: 'wx_paycallback',
      event: {
        OpenId: 'oAnna',
        OutTradeNo: 'v_order_1',
        Env: 0,
        GoodsInfo: { ProductId: 'course_1', Quantity: 1, ActualPrice: 100, Attach: 'a' },
      },
    },
  ]);
  const { order } = await xpay('query_order', { order_id: 'v_order_1' });
  expect(order).toMatchObject({ status: 4, paid_fee: 100, left_fee: 100, env_type: 1 });

  const refund = { order_id: 'v_order_1', refund_order_id: 'refund_0001', refund_fee: 40 };
  const why = { refund_reason: '3', req_from: '2' };
  expect(await xpay('refund_order', { ...refund, ...why, left_fee: 99 })).toMatchObject({
    errcode: 268490016,
  });
  expect(await xpay('refund_order', { ...refund, ...why, left_fee: 100 })).toMatchObject({
    errcode: 0,
    pay_order_id: 'v_order_1',
  });
  await cloud.advance(2000);
  expect(pushes('xpay_refund_notify')).toMatchObject([
    { event: { MchRefundId: 'refund_0001', MchOrderId: 'v_order_1', RefundFee: 40, RetCode: 0 } },
  ]);
  const after = await xpay('query_order', { order_id: 'v_order_1' });
  expect(after.order).toMatchObject({ status: 5, left_fee: 60, refund_fee: 40 });
});

describe('an order number', () => {
  test('can be presented again while it is unpaid, but not for other goods nor once it is paid', async () => {
    const outTradeNo = 'v_order_2';
    await present(request({ outTradeNo }));
    expect(await present(request({ outTradeNo }))).toEqual({ outTradeNo });
    expect(await present(request({ outTradeNo, buyQuantity: 2 }))).toMatchObject({
      errCode: -15002,
    });
    await cloud.post(`/_local/pay/${outTradeNo}`, { action: 'pay' });
    expect(await present(request({ outTradeNo }))).toMatchObject({ errCode: -15002 });
  });
});

describe('the server interfaces', () => {
  test('want a valid access token and a signature over the very body', async () => {
    const body = '{"openid":"oAnna","env":0,"order_id":"v_order_1"}';
    const post = async (query: string) => {
      const url = `${cloud.url}/wechat-api/xpay/query_order?${query}`;
      const response = await fetch(url, { method: 'POST', body });
      return ((await response.json()) as { errcode: number }).errcode;
    };
    expect(
      await post(`access_token=none&pay_sig=${hmac(KEYS.live, `/xpay/query_order&${body}`)}`),
    ).toBe(40001);
    expect(await post(`access_token=${accessToken}&pay_sig=wrong`)).toBe(268490003);
  });

  test('fail by name where they are not emulated', async () => {
    expect((await cloud.post('/wechat-api/xpay/currency_pay')).error).toContain(
      'currency_pay is not emulated',
    );
  });
});
