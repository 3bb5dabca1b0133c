import { openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({ strict: { transactionEscape: 'fail', unconditionalWrite: 'fail' } });
});
afterAll(() => cloud.close());

test('an unknown action fails by its name, under HTTP 200', async () => {
  const response = await fetch(`${cloud.url}/admin?env=local-env&seqId=1`, {
    method: 'POST',
    body: JSON.stringify({ action: 'database.dance' }),
  });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    requestId: expect.stringMatching(/^\d+_\d{6}_[0-9a-f]{8}$/),
    code: 'INVALID_PARAM',
    message: 'emulator: unknown action database.dance',
  });
});

test.each(['toString', '__proto__', 'constructor'])('%s is no action', async (action) => {
  expect(await cloud.post('/admin', { action })).toMatchObject({ code: 'INVALID_PARAM' });
});

test('a token that belongs to no call is refused', async () => {
  const body = { action: 'database.getDocument', wxCloudApiToken: 'made-up' };
  expect(await cloud.post('/admin', body)).toMatchObject({ code: 'INVALID_COMMON_PARAM' });
});

test('a missing collection answers as production does', async () => {
  const { result } = await cloud.call('notes', { action: 'unknownCollection' });
  expect(result.failed.errCode).toBe(-502005);
});

describe('told to be strict, the gateway', () => {
  test('refuses an operation that would silently leave the open transaction', async () => {
    const { result } = await cloud.call('notes', { action: 'countInTransaction' });
    expect(result.failed.errMsg).toContain('outside the open transaction');
  });

  test('refuses to change every document of a collection by accident', async () => {
    const { result } = await cloud.call('notes', {
      action: 'updateWithoutCondition',
      data: { a: 1 },
    });
    expect(result.failed.errMsg).toContain('has no condition');
  });

  test('lets a condition through that happens to fit every document', async () => {
    const { result } = await cloud.call('notes', { action: 'updateAll', data: { a: 1 } });
    expect(result.ok.stats).toEqual({ updated: 0 });
  });
});
