import { openCloud, type Json, type TestCloud } from '../cloud';

let cloud: TestCloud;
let number = 0;
let ORDER = '';
beforeAll(async () => {
  cloud = await openCloud();
});
beforeEach(async () => {
  number += 1;
  ORDER = `order_${String(number)}`;
  await cloud.post('/_local/faults', { reset: true });
});
afterAll(() => cloud.close());

const ANNA = 'oAnna';

async function pay(api: string, params: object, openid = ANNA): Promise<Json> {
  const { result } = await cloud.call('pay', { api, params }, openid);
  return result.ok ?? result.failed;
}

function order(outTradeNo: string, change: object = {}): Promise<Json> {
  return pay('unifiedOrder', { outTradeNo, totalFee: 1990, attach: 'k=1', ...change });
}

function callbacks(): Json[] {
  const all = cloud.database.documents('callbacks', 100) as Json[];
  return all.filter((callback) => callback.event.outTradeNo === ORDER);
}

describe('placing an order', () => {
  test('answers what wx.requestPayment needs', async () => {
    expect(await order(ORDER)).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      tradeType: 'JSAPI',
      errCode: 0,
      payment: { appId: 'wx0000000000000001', package: expect.stringMatching(/^prepay_id=wx/) },
    });
  });

  test('again with the same number and parameters gives a new prepay id', async () => {
    const first = await order(ORDER);
    const second = await order(ORDER);
    expect(second.resultCode).toBe('SUCCESS');
    expect(second.prepayId).not.toBe(first.prepayId);
  });

  test.each([
    ['another amount', { totalFee: 1 }, '商户订单号重复'],
    ['an amount that is not whole fen', { totalFee: 19.9 }, '参数错误：total_fee'],
    ['a missing description', { body: '' }, '缺少参数：body'],
    ['an expiry in the past', { timeExpire: '20200101000000' }, '参数错误：time_expire'],
  ])('with %s is refused in words, while errCode still says 0', async (_what, change, words) => {
    await order(ORDER);
    expect(await order(ORDER, change)).toMatchObject({
      resultCode: 'FAIL',
      errCode: 0,
      errCodeDes: words,
    });
  });

  test('after it was paid or closed is refused', async () => {
    await order(ORDER);
    await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
    expect(await order(ORDER)).toMatchObject({ errCodeDes: '该订单已支付' });
    await order(`${ORDER}_b`);
    await pay('closeOrder', { outTradeNo: `${ORDER}_b` });
    expect(await order(`${ORDER}_b`)).toMatchObject({ errCodeDes: '该订单已关闭' });
  });
});

describe('paying', () => {
  test('tells the named function at once, as WeChat Pay, and answers with what it said', async () => {
    await order(ORDER);
    expect(await cloud.get(`/_local/pay/${ORDER}`)).toEqual({
      outTradeNo: ORDER,
      description: '课程',
      amount: 1990,
      state: 'NOTPAY',
      channel: 'cloudPay',
    });
    expect(await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' })).toEqual({
      state: 'SUCCESS',
      callbacks: [{ result: { errcode: 0, errmsg: 'ok' } }],
    });
    expect(callbacks()).toEqual([
      expect.objectContaining({
        source: 'wx_paycallback',
        event: expect.objectContaining({
          returnCode: 'SUCCESS',
          resultCode: 'SUCCESS',
          subOpenid: ANNA,
          subMchId: '1900000109',
          outTradeNo: ORDER,
          totalFee: 1990,
          cashFee: 1990,
          attach: 'k=1',
          timeEnd: expect.stringMatching(/^\d{14}$/),
        }),
      }),
    ]);
    expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
      tradeState: 'SUCCESS',
      totalFee: 1990,
      subOpenid: ANNA,
    });
  });

  test('with several callbacks delivers all of them', async () => {
    await order(ORDER);
    const paid = await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay', callbacks: 4 });
    expect(paid.callbacks).toHaveLength(4);
    expect(callbacks()).toHaveLength(4);
  });

  test('without callbacks is known only to those who ask, for ever', async () => {
    await order(ORDER);
    await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay', callbacks: 0 });
    await cloud.advance(25 * 3_600_000);
    expect(callbacks()).toEqual([]);
    expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
      tradeState: 'SUCCESS',
    });
  });

  test('can be told of later, by the cloud clock', async () => {
    await order(ORDER);
    await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay', delayMs: 600_000 });
    await cloud.advance(599_000 - 5000);
    expect(callbacks()).toEqual([]);
    await cloud.advance(10_000);
    expect(callbacks()).toHaveLength(1);
  });

  test('another amount shows in the callback and in the query', async () => {
    await order(ORDER);
    await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay', amount: 1 });
    expect(callbacks()[0].event.totalFee).toBe(1);
    expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({ totalFee: 1 });
  });

  test('cancelling leaves it unpaid', async () => {
    await order(ORDER);
    expect(await cloud.post(`/_local/pay/${ORDER}`, { action: 'cancel' })).toEqual({
      state: 'NOTPAY',
      callbacks: [],
    });
  });

  test('is impossible for a closed, expired, paid or unknown order', async () => {
    await order(ORDER);
    await pay('closeOrder', { outTradeNo: ORDER });
    expect(await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' })).toHaveProperty('error');
    await order(`${ORDER}_b`);
    await cloud.advance(8 * 24 * 3_600_000);
    expect(await cloud.post(`/_local/pay/${ORDER}_b`, { action: 'pay' })).toHaveProperty('error');
    expect(await cloud.post('/_local/pay/order_unknown', { action: 'pay' })).toHaveProperty(
      'error',
    );
  });

  test('is never told of when the order names another environment', async () => {
    await order(ORDER, { envId: 'someone-else' });
    expect(await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' })).toEqual({
      state: 'SUCCESS',
      callbacks: [],
    });
  });
});

test('a callback that is not accepted comes again after 15 s, 15 s, 30 s, 3 min … until it is', async () => {
  await cloud.database.insert('refusals', [{ _id: 'paycb', left: 4 }]);
  await order(ORDER);
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  await cloud.advance(24 * 3_600_000);
  const times = callbacks().map((callback) => callback.at as number);
  const gaps = times.slice(1).map((at, index) => Math.round((at - times[index]!) / 1000));
  expect(gaps).toEqual([15, 15, 30, 180]);
});

describe('refunding', () => {
  async function paidOrder(): Promise<void> {
    await order(ORDER);
    await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  }
  const refund = (outRefundNo: string, refundFee: number) =>
    pay('refund', { outTradeNo: ORDER, outRefundNo, totalFee: 1990, refundFee });

  test('is accepted at once, decided later, and told', async () => {
    await paidOrder();
    expect(await refund(`${ORDER}_r1`, 990)).toMatchObject({
      resultCode: 'SUCCESS',
      refundFee: 990,
    });
    expect(await pay('queryRefund', { outRefundNo: `${ORDER}_r1` })).toMatchObject({
      refundStatusList: ['PROCESSING'],
    });
    await cloud.advance(2000);
    expect(callbacks().at(-1)).toMatchObject({
      source: 'wx_paycallback',
      event: { outRefundNo: `${ORDER}_r1`, refundFee: 990, refundStatus: 'SUCCESS' },
    });
    expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
      tradeState: 'REFUND',
    });
  });

  test('under the same number refunds once', async () => {
    await paidOrder();
    const first = await refund(`${ORDER}_r1`, 990);
    const second = await refund(`${ORDER}_r1`, 990);
    expect(second.refundId).toBe(first.refundId);
    expect(await refund(`${ORDER}_r1`, 991)).toMatchObject({ resultCode: 'FAIL' });
    expect(await pay('queryRefund', { outTradeNo: ORDER })).toMatchObject({ refundCount: 1 });
  });

  test('never gives back more than was paid', async () => {
    await paidOrder();
    await refund(`${ORDER}_r1`, 1000);
    expect(await refund(`${ORDER}_r2`, 1000)).toMatchObject({
      errCodeDes: '累计退款金额大于支付金额',
    });
    expect(await refund(`${ORDER}_r2`, 990)).toMatchObject({ resultCode: 'SUCCESS' });
  });

  test('of an unpaid order is refused', async () => {
    await order(ORDER);
    expect(await refund(`${ORDER}_r1`, 1)).toMatchObject({ errCodeDes: '订单状态错误' });
  });

  test('may end closed, and then the money can be refunded again', async () => {
    await paidOrder();
    await cloud.post('/_local/faults', { refundOutcome: 'REFUNDCLOSE' });
    await refund(`${ORDER}_r1`, 1990);
    await cloud.advance(2000);
    expect(callbacks().at(-1)?.event.refundStatus).toBe('REFUNDCLOSE');
    expect(await refund(`${ORDER}_r2`, 1990)).toMatchObject({ resultCode: 'SUCCESS' });
  });

  test('answers empty lists when production does', async () => {
    await paidOrder();
    await refund(`${ORDER}_r1`, 1);
    await cloud.post('/_local/faults', { emptyRefundLists: true });
    expect(await pay('queryRefund', { outTradeNo: ORDER })).toMatchObject({
      refundCount: 1,
      refundStatusList: [],
    });
  });
});

test('the bill of a day lists its payments and refunds in yuan, from 10:00 of the next day', async () => {
  await cloud.advance(48 * 3_600_000);
  await order(ORDER);
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  await pay('refund', {
    outTradeNo: ORDER,
    outRefundNo: `${ORDER}_r1`,
    totalFee: 1990,
    refundFee: 990,
  });
  const { now } = await cloud.get('/_local/clock');
  const billDate = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  expect(await pay('downloadBill', { billDate, billType: 'ALL' })).toMatchObject({
    returnCode: 'FAIL',
  });
  await cloud.advance(34 * 3_600_000);
  const { data } = await pay('downloadBill', { billDate, billType: 'ALL' });
  const lines = (data as string).trim().split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^交易时间,公众账号ID,商户号/);
  expect(lines[1]).toContain(`\`${ORDER},`);
  expect(lines[1]).toContain('`19.90');
  expect(lines[2]).toContain(`\`${ORDER}_r1,\`9.90`);
  expect(lines[4]).toBe('`2,`19.90,`9.90,`0.00,`0.06000,`19.90,`9.90');
});
