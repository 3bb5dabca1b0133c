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

async function pay(api: string, params: object): Promise<Json> {
  const { result } = await cloud.call('pay', { api, params }, 'oAnna');
  return result.ok ?? result.failed;
}

const order = () => pay('unifiedOrder', { outTradeNo: ORDER, totalFee: 1990 });
const callbacks = () =>
  (cloud.database.documents('callbacks', 100) as Json[]).filter(
    ({ event }) => event.outTradeNo === ORDER,
  );
const callbackCount = () => callbacks().length;

test('lost callbacks never come', async () => {
  await cloud.post('/_local/faults', { loseCallbacks: true });
  await order();
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  await cloud.advance(3_600_000);
  expect(callbackCount()).toBe(0);
});

test('duplicated callbacks come together', async () => {
  await cloud.post('/_local/faults', { duplicateCallbacks: 3 });
  await order();
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  expect(callbackCount()).toBe(4);
});

test('delayed callbacks wait for the cloud clock', async () => {
  await cloud.post('/_local/faults', { delayCallbacksMs: 60_000 });
  await order();
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  expect(callbackCount()).toBe(0);
  await cloud.advance(61_000);
  expect(callbackCount()).toBe(1);
});

test('a close that succeeded does not keep a payer at the password from paying', async () => {
  await cloud.post('/_local/faults', { closeOkButPaid: true });
  await order();
  expect(await pay('closeOrder', { outTradeNo: ORDER })).toMatchObject({
    resultCode: 'SUCCESS',
  });
  expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
    tradeState: 'CLOSED',
  });
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
    tradeState: 'SUCCESS',
  });
});

test('an interface may do its work and still answer an error', async () => {
  await cloud.post('/_local/faults', { errorAfterAccepting: ['unifiedOrder'] });
  expect(await order()).toMatchObject({ errCode: expect.any(Number), errMsg: expect.any(String) });
  expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
    tradeState: 'NOTPAY',
  });
});

test('a query may lag behind a payment', async () => {
  await cloud.post('/_local/faults', { queryLagMs: 10_000 });
  await order();
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
    tradeState: 'NOTPAY',
  });
  await cloud.advance(11_000);
  expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({
    tradeState: 'SUCCESS',
  });
});

test('payers may be charged a wrong amount', async () => {
  await cloud.post('/_local/faults', { wrongAmount: 7 });
  await order();
  await cloud.post(`/_local/pay/${ORDER}`, { action: 'pay' });
  expect(await pay('queryOrder', { outTradeNo: ORDER })).toMatchObject({ totalFee: 7 });
});

test('database transactions may meet conflicts that end them', async () => {
  await cloud.post('/_local/faults', { databaseConflictOneIn: 1 });
  const { result } = await cloud.call('notes', {
    action: 'addTwiceInTransaction',
    ids: ['a', 'b'],
  });
  expect(result.failed.errMsg).toContain('TransactionConflict');
  await cloud.post('/_local/faults', { reset: true });
  expect((await cloud.call('notes', { action: 'list' })).result.ok).toEqual([]);
});

test('database requests may time out, having done their work or not', async () => {
  await cloud.post('/_local/faults', { databaseTimeoutOneIn: 1 });
  for (let index = 0; index < 12; index += 1) {
    const { result } = await cloud.call('notes', { action: 'add', data: { index } });
    expect(result.failed.errCode).toBe(-501002);
  }
  const written = cloud.database.documents('notes', 100).length;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(12);
});

test('each database request may take longer', async () => {
  await cloud.call('notes', { action: 'list' });
  await cloud.post('/_local/faults', { databaseLatencyMs: 150 });
  const began = performance.now();
  await cloud.call('notes', { action: 'list' });
  expect(performance.now() - began).toBeGreaterThan(140);
});

test.each([[{ loseCallback: true }], [{ duplicateCallbacks: -1 }], [{ refundOutcome: 'MAYBE' }]])(
  'a knob that does not exist or fit is refused: %j',
  async (knob) => {
    expect(await cloud.post('/_local/faults', knob)).toHaveProperty('error');
  },
);
