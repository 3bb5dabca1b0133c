import { createHmac } from 'node:crypto';
import { OFFER, openStage, type Phone, type Stage } from './stage';

let stage: Stage;
let phone: Phone;

/** Runs `wx.…` in the page and answers what it resolved or rejected with. */
const ask = <T = Record<string, unknown>>(call: string) =>
  phone.page.evaluate<T>(`${call}.catch((error) => ({ ...error }))`);

beforeAll(async () => {
  stage = await openStage();
  phone = await stage.open('/app.html?as=oAlice&platform=ios');
  await phone.page.getByText('第 1 课').waitFor();
});

afterAll(() => stage.close());

test('a cloud function is called as the person holding the phone', async () => {
  expect(await ask(`wx.cloud.callFunction({ name: 'echo', data: { say: 'hi' } })`)).toMatchObject({
    errMsg: 'cloud.callFunction:ok',
    result: { said: 'hi', openid: 'oAlice' },
  });
});

test('the clock of the phone follows the cloud’s', async () => {
  const HOUR = 3_600_000;
  await fetch(`${stage.cloud.url}/_local/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceMs: HOUR }),
  });
  await ask(`wx.cloud.callFunction({ name: 'echo' })`);
  const { now, plain, given } = await phone.page.evaluate<Record<string, number>>(
    `({ now: Date.now(), plain: new Date().getTime(), given: new Date(5).getTime() })`,
  );
  expect(now! - Date.now()).toBeGreaterThan(HOUR - 60_000);
  expect(Math.abs(plain! - now!)).toBeLessThan(1000);
  expect(given).toBe(5);
});

test('a function that throws and one that is missing fail with the cloud’s code', async () => {
  const thrown = await ask(`wx.cloud.callFunction({ name: 'echo', data: { fail: true } })`);
  expect(thrown).toMatchObject({ errCode: -504002 });
  expect(thrown['errMsg']).toMatch(/^cloud\.callFunction:fail .*echo was told to fail/s);
  const missing = await ask(`wx.cloud.callFunction({ name: 'nobody' })`);
  expect(missing['errMsg']).toMatch(/^cloud\.callFunction:fail /);
});

test('callbacks work as well as promises', async () => {
  const heard = await phone.page.evaluate(`new Promise((done) => {
    const heard = [];
    wx.cloud.callFunction({
      name: 'nobody',
      fail: () => heard.push('fail'),
      complete: () => done([...heard, 'complete']),
    });
  })`);
  expect(heard).toEqual(['fail', 'complete']);
});

test('a phone without network fails, says so, and recovers', async () => {
  const offline = await phone.page.evaluate(`(async () => {
    const heard = [];
    wx.onNetworkStatusChange(({ isConnected }) => heard.push(isConnected));
    phone.offline = true;
    dispatchEvent(new Event('phone-network'));
    const { networkType } = await wx.getNetworkType();
    const failure = await wx.cloud.callFunction({ name: 'echo' }).catch((error) => error.errMsg);
    phone.offline = false;
    dispatchEvent(new Event('phone-network'));
    return [heard, networkType, failure];
  })()`);
  expect(offline).toEqual([
    [false, true],
    'none',
    'cloud.callFunction:fail request:fail net::ERR_INTERNET_DISCONNECTED',
  ]);
});

test('the phone tells the platform it was given, and keeps storage apart for each person', async () => {
  await phone.page.evaluate(`wx.setStorageSync('who', { name: 'Alice' })`);
  expect(await phone.page.evaluate('wx.getDeviceInfo().platform')).toBe('ios');
  await phone.page.goto(`${stage.cloud.url}/app.html?as=oBob`);
  await phone.page.getByText('第 1 课').waitFor();
  expect(await phone.page.evaluate(`wx.getStorageSync('who')`)).toBe('');
  await phone.page.goto(`${stage.cloud.url}/app.html?as=oAlice`);
  await phone.page.getByText('第 1 课').waitFor();
  expect(await phone.page.evaluate(`wx.getStorageSync('who')`)).toEqual({ name: 'Alice' });
});

test('a file is uploaded with progress, resolved to a link, shown and downloaded', async () => {
  const uploaded = await phone.page.evaluate<{ fileID: string; progress: number }>(`
    new Promise((done, fail) => {
      let progress = 0;
      const filePath = URL.createObjectURL(new Blob(['hello '.repeat(20000)]));
      const task = wx.cloud.uploadFile({
        cloudPath: 'avatars/a.txt',
        filePath,
        success: ({ fileID }) => done({ fileID, progress }),
        fail,
      });
      task.onProgressUpdate((update) => (progress = update.progress));
    })`);
  expect(uploaded).toMatchObject({ progress: 100 });
  expect(uploaded.fileID).toMatch(/^cloud:\/\/.*avatars\/a\.txt$/);
  const fileID = JSON.stringify(uploaded.fileID);
  const size = await phone.page.evaluate(`(async () => {
    const { tempFilePath } = await wx.cloud.downloadFile({ fileID: ${fileID} });
    const { size } = await wx.getFileSystemManager().getFileInfo({ filePath: tempFilePath });
    return size;
  })()`);
  expect(size).toBe(120_000);
});

test('an upload the rules forbid fails', async () => {
  const refused = await ask(
    `wx.cloud.uploadFile({ cloudPath: 'secret/a.txt', filePath: URL.createObjectURL(new Blob(['x'])) })`,
  );
  expect(refused['errMsg']).toMatch(/^cloud\.uploadFile:fail .*exceed authority/);
});

test('wx.login gives a code', async () => {
  expect(await ask('wx.login()')).toEqual({ errMsg: 'login:ok', code: expect.any(String) });
});

describe('wx.requestSubscribeMessage', () => {
  /** Asks in the answer to a dialog, which counts as a tap. */
  const asked = async (tmplIds: string[], first = '') => {
    const answer = phone.page.evaluate<Record<string, unknown>>(`new Promise((done) => {
      const success = async () => {
        ${first}
        wx.requestSubscribeMessage({ tmplIds: ${JSON.stringify(tmplIds)}, complete: done });
      };
      wx.showModal({ content: '去订阅', success });
    }).then((result) => ({ ...result }))`);
    await phone.page.getByRole('button', { name: '确定' }).click();
    return { answer };
  };
  const sheet = () => phone.page.getByRole('dialog', { name: '订阅消息' });
  const press = (name: string) => sheet().getByRole('button', { name }).click();

  test('asks template by template', async () => {
    const { answer } = await asked(['t1', 't2']);
    await sheet().getByLabel('t2').uncheck();
    await press('允许');
    expect(await answer).toMatchObject({
      errMsg: 'requestSubscribeMessage:ok',
      t1: 'accept',
      t2: 'reject',
    });
  });

  test('takes a refusal for all of them', async () => {
    const { answer } = await asked(['t1', 't2']);
    await press('取消');
    expect(await answer).toMatchObject({ t1: 'reject', t2: 'reject' });
  });

  test('asks no more where the choice is to be kept', async () => {
    const { answer } = await asked(['t3']);
    await sheet().getByLabel('总是保持以上选择').check();
    await press('允许');
    await answer;
    const again = await asked(['t3']);
    expect(await again.answer).toMatchObject({ t3: 'accept' });
    const { subscriptionsSetting } = await ask('wx.getSetting({ withSubscriptions: true })');
    expect(subscriptionsSetting).toMatchObject({ itemSettings: { t3: 'accept' } });
  });

  test('works only where a tap is under way, and not after waiting, as on iOS', async () => {
    const failure = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.';
    expect((await ask(`wx.requestSubscribeMessage({ tmplIds: ['t1'] })`))['errMsg']).toBe(failure);
    const { answer } = await asked(['t1'], 'await null;');
    expect(await answer).toMatchObject({ errMsg: failure });
  });

  test.each([
    ['no template', [], 10001],
    ['too many templates', ['1', '2', '3', '4', '5', '6'], 20003],
  ])('refuses %s', async (_what, tmplIds, errCode) => {
    const { answer } = await asked(tmplIds);
    expect(await answer).toMatchObject({ errCode });
  });
});

test('consent to the privacy guide is asked once', async () => {
  const answer = ask('wx.requirePrivacyAuthorize()');
  await phone.page.waitForTimeout(400);
  await phone.page.getByRole('button', { name: '同意' }).click();
  expect(await answer).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
  expect(await ask('wx.getPrivacySetting()')).toMatchObject({ needAuthorization: false });
});

describe('the cashier', () => {
  const order = async (outTradeNo: string) => {
    const { result } = await ask<{ result: { payment: { package: string } } }>(
      `wx.cloud.callFunction({ name: 'order', data: { outTradeNo: '${outTradeNo}', totalFee: 990 } })`,
    );
    return JSON.stringify(result.payment);
  };
  const cashier = () => phone.page.getByRole('dialog', { name: '收银台' });
  const state = async (outTradeNo: string) =>
    (
      (await (await fetch(`${stage.cloud.url}/_local/pay/${outTradeNo}`)).json()) as {
        state: string;
      }
    ).state;

  test('shows the amount, takes the password, and the order is paid', async () => {
    const paid = ask(`wx.requestPayment(${await order('order_paid_1')})`);
    await cashier().getByText('¥9.90').waitFor();
    await phone.page.waitForTimeout(400);
    await cashier().getByRole('button', { name: '确认支付' }).click();
    for (const digit of '123456') {
      await cashier().getByRole('button', { name: digit, exact: true }).click();
    }
    expect(await paid).toEqual({ errMsg: 'requestPayment:ok' });
    expect(await state('order_paid_1')).toMatch(/paid|success/i);
  });

  test('is left without paying', async () => {
    const left = ask(`wx.requestPayment(${await order('order_left_1')})`);
    await cashier().waitFor();
    await phone.page.waitForTimeout(400);
    await cashier().getByRole('button', { name: '取消支付' }).click();
    expect(await left).toMatchObject({ errMsg: 'requestPayment:fail cancel' });
    expect(await state('order_left_1')).not.toMatch(/paid|success/i);
  });

  test('takes a virtual payment whose signatures hold', async () => {
    const { code } = await ask<{ code: string }>('wx.login()');
    const session = await fetch(
      `${stage.cloud.url}/wechat-api/sns/jscode2session?appid=wx0000000000000001&secret=local-secret&js_code=${code}&grant_type=authorization_code`,
    );
    const { session_key: sessionKey } = (await session.json()) as { session_key: string };
    const signData = JSON.stringify({
      offerId: OFFER.id,
      buyQuantity: 1,
      env: 0,
      currencyType: 'CNY',
      productId: 'course',
      goodsPrice: 1200,
      outTradeNo: 'virtual_1',
      attach: '',
    });
    const options = {
      signData,
      mode: 'short_series_goods',
      paySig: hmac(OFFER.key, `requestVirtualPayment&${signData}`),
      signature: hmac(sessionKey, signData),
    };
    const forged = JSON.stringify({ ...options, paySig: 'forged' });
    expect(await ask(`wx.requestVirtualPayment(${forged})`)).toMatchObject({ errCode: -15006 });
    const paid = ask(`wx.requestVirtualPayment(${JSON.stringify(options)})`);
    await cashier().getByText('¥12.00').waitFor();
    await phone.page.waitForTimeout(400);
    await cashier().getByRole('button', { name: '确认支付' }).click();
    for (const digit of '123456') {
      await cashier().getByRole('button', { name: digit, exact: true }).click();
    }
    expect(await paid).toEqual({ errMsg: 'requestVirtualPayment:ok' });
  });
});

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}
