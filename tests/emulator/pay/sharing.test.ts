import { openCloud, type Json, type TestCloud } from '../cloud';

const TEACHER = 'oTeacher';
const PRICE = 10_000;
/** What is left of the price once the fee is kept. */
const NET = 9940;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let cloud: TestCloud;
let number = 0;
beforeAll(async () => {
  cloud = await openCloud({ payments: { sharePercent: 30 } });
  const receiver = { type: 'PERSONAL_SUB_OPENID', account: TEACHER, relation_type: 'STAFF' };
  const added = { subAppid: 'wx0000000000000001', receiver: JSON.stringify(receiver) };
  expect(await pay('profitSharingAddReceiver', added)).toMatchObject({ resultCode: 'SUCCESS' });
});
afterAll(() => cloud.close());

async function pay(api: string, params: object): Promise<Json> {
  const { result } = await cloud.call('pay', { api, params }, 'oBuyer');
  return result.ok ?? result.failed;
}

const advance = (advanceMs: number) => cloud.post('/_local/clock', { advanceMs });

/** A paid order, by its transaction; two minutes old unless told otherwise. */
async function paid(outTradeNo: string, change: object = { profitSharing: 'Y' }, age = 2 * MINUTE) {
  await pay('unifiedOrder', { outTradeNo, totalFee: PRICE, ...change });
  await cloud.post(`/_local/pay/${outTradeNo}`, { action: 'pay' });
  const { transactionId } = await pay('queryOrder', { outTradeNo });
  if (age > 0) await advance(age);
  return transactionId as string;
}

const share = (transactionId: string, outOrderNo: string, amount: number, account = TEACHER) =>
  pay('profitSharing', {
    transactionId,
    outOrderNo,
    receivers: JSON.stringify([
      { type: 'PERSONAL_SUB_OPENID', account, amount, description: '分成' },
    ]),
  });
const refund = (outTradeNo: string, refundFee: number) =>
  pay('refund', { outTradeNo, outRefundNo: `${outTradeNo}R`, totalFee: PRICE, refundFee });

describe('W22: 分账', () => {
  test('shares once under its number, and tells later what became of it', async () => {
    const transactionId = await paid('share_once');
    const first = await share(transactionId, 'S1', 3000);
    expect(first).toMatchObject({ resultCode: 'SUCCESS', outOrderNo: 'S1' });
    expect(await share(transactionId, 'S1', 3000)).toMatchObject({ orderId: first.orderId });
    expect(await share(transactionId, 'S1', 2999)).toMatchObject({
      errCodeDes: '分账参数与原请求不一致',
    });
    const asked = { transactionId, outOrderNo: 'S1' };
    expect(await pay('profitSharingQuery', asked)).toMatchObject({ status: 'PROCESSING' });
    await advance(5000);
    const { status, receivers } = await pay('profitSharingQuery', asked);
    expect(status).toBe('FINISHED');
    expect(JSON.parse(receivers)).toMatchObject([{ account: TEACHER, result: 'SUCCESS' }]);
  });

  test.each([
    ['an order that was not marked', { age: 2 * MINUTE, change: {} }, '订单不支持分账'],
    ['an order paid this minute', { age: 0 }, '订单处理中，请稍后再试'],
    ['an order 30 days old', { age: 30 * DAY }, '订单已完结分账，不能再次分账'],
    ['more than the percentage', { amount: 3001 }, '分账金额超过最大分账比例或待分账余额'],
    ['a stranger', { account: 'oStranger' }, '分账接收方不存在，请先添加分账接收方'],
  ])('refuses %s', async (_what, { age, change, amount = 100, account }: Case, words) => {
    number += 1;
    const id = `refused_${String(number)}`;
    const transactionId = await paid(id, change, age);
    expect(await share(transactionId, `${id}S`, amount, account)).toMatchObject({
      resultCode: 'FAIL',
      errCodeDes: words,
    });
  });

  test('of a marked order only what is frozen goes back, the whole price once it is freed', async () => {
    const transactionId = await paid('order_freed');
    expect(await refund('order_freed', PRICE)).toMatchObject({
      errCodeDes: '订单资金待分账，请先完结分账',
    });
    const freeing = { transactionId, outOrderNo: 'order_freedF', description: '解冻' };
    expect(await pay('profitSharingFinish', freeing)).toMatchObject({ resultCode: 'SUCCESS' });
    expect(await refund('order_freed', PRICE)).toMatchObject({ resultCode: 'SUCCESS' });
    await paid('order_in_part');
    expect(await refund('order_in_part', NET)).toMatchObject({ resultCode: 'SUCCESS' });
  });

  test('a person cannot give back what was shared', async () => {
    const transactionId = await paid('order_given');
    await share(transactionId, 'G1', 100);
    const wish = {
      outOrderNo: 'G1',
      outReturnNo: 'G1R',
      returnAccount: TEACHER,
      returnAmount: 100,
    };
    expect(
      await pay('profitSharingReturn', { ...wish, returnAccountType: 'PERSONAL_SUB_OPENID' }),
    ).toMatchObject({ resultCode: 'FAIL' });
  });
});

interface Case {
  age?: number;
  change?: object;
  amount?: number;
  account?: string;
}
