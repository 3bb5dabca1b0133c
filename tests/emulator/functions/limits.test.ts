import { openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    rules: {
      storage: { prefixes: {} },
      functions: {
        '*': { invoke: true },
        push: { invoke: false },
        notes: { invoke: 'auth != null' },
      },
    },
  });
});
afterAll(() => cloud.close());

describe('a phone is told what production would say when a function', () => {
  test('throws', async () => {
    const answer = await cloud.call('faulty', { fault: 'throws' });
    expect(answer.errCode).toBe(-504002);
    expect(answer.errMsg).toMatch(
      /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: Error: boom\n/,
    );
  });

  test('takes longer than its config.json allows, and the next call gets a fresh instance', async () => {
    const answer = await cloud.call('faulty', { fault: 'hangs' });
    expect(answer.errCode).toBe(-504003);
    expect(answer.errMsg).toContain('Invoking task timed out after 1 seconds');
    expect((await cloud.call('faulty', { fault: 'answersNothing' })).result).toBeNull();
  });

  test('ends its process', async () => {
    const answer = await cloud.call('faulty', { fault: 'exits' });
    expect(answer).toMatchObject({ errCode: -504002 });
  });

  test('leaves a rejection unhandled', async () => {
    const answer = await cloud.call('faulty', { fault: 'rejectsAside' });
    expect(answer.errMsg).toContain('nobody listens');
  });

  test('answers more than 1 MB', async () => {
    expect(await cloud.call('faulty', { fault: 'answersTooMuch' })).toMatchObject({
      errCode: -604001,
    });
  });

  test('is not deployed, whatever its name looks like', async () => {
    expect(await cloud.call('nosuch')).toMatchObject({ errCode: -501000 });
    expect(await cloud.call('../echo')).toMatchObject({ errCode: -501000 });
  });

  test('gets an event of more than 100 KB', async () => {
    const answer = await cloud.call('echo', { text: 'x'.repeat(100 * 1024) });
    expect(answer.errMsg).toContain('EXCEED_MAX_PAYLOAD_SIZE');
  });

  test('gets an event nested ten thousand deep', async () => {
    const depth = 10_000;
    const body = `{"name":"echo","data":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
    const response = await fetch(`${cloud.url}/_local/call`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({
      errMsg: expect.stringContaining('EXCEED_MAX_PAYLOAD_SIZE') as string,
    });
  });
});

describe('function rules', () => {
  test('keep phones away from a function that no phone may call', async () => {
    expect(await cloud.call('push', {}, 'oAnna')).toMatchObject({ errCode: -501023 });
  });

  test('let only logged-in phones through when they ask for auth', async () => {
    expect(await cloud.call('notes', { action: 'list' })).toMatchObject({ errCode: -501023 });
    expect((await cloud.call('notes', { action: 'list' }, 'oAnna')).result).toEqual({ ok: [] });
  });

  test('are not asked when another function calls', async () => {
    const { result } = await cloud.call('chain', { name: 'push' }, 'oAnna');
    expect(result).toEqual({ ErrCode: 0, ErrMsg: 'success' });
  });
});

describe('a function that calls another', () => {
  test('gets an error with the TCB code when the other fails', async () => {
    const { result } = await cloud.call('chain', { name: 'faulty', data: { fault: 'throws' } });
    expect(result.failed).toMatchObject({ errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL' });
    expect(result.failed.message).toContain('boom');
  });

  test('gets an error when the other does not exist', async () => {
    const { result } = await cloud.call('chain', { name: 'nosuch' });
    expect(result.failed.message).toContain('FUNCTION_NOT_FOUND');
  });
});

test('work that a function forgot to await fails loudly after it has returned', async () => {
  expect((await cloud.call('faulty', { fault: 'forgetsWork' })).result).toBe('returned');
  await new Promise((resolve) => setTimeout(resolve, 800));
  const { logs } = await cloud.get('/_local/logs');
  const run = logs.find((log: { result: string }) => log.result === '"returned"');
  expect(run.logs.at(-1).text).toContain('faulty has already returned');
  expect(cloud.database.documents('notes', 10)).not.toContainEqual(
    expect.objectContaining({ late: true }),
  );
});

test('the log of a run holds its console lines, its requests and its round trips', async () => {
  await cloud.post('/_local/stats/reset');
  await cloud.call('faulty', { fault: 'prints' });
  await cloud.call('notes', { action: 'add', data: { a: 1 } }, 'oAnna');
  const { logs } = await cloud.get('/_local/logs?limit=2');
  expect(logs[1].logs).toEqual([
    { level: 'info', text: 'one { two: 2 }' },
    { level: 'error', text: 'three' },
  ]);
  expect(logs[0]).toMatchObject({ name: 'notes', roundTrips: 1 });
  expect(logs[0].calls).toEqual([
    expect.objectContaining({ action: 'database.insertDocument', subject: 'notes' }),
  ]);
  expect((await cloud.get('/_local/stats')).roundTrips).toMatchObject({
    total: 1,
    byFunction: { notes: { calls: 1, roundTrips: 1, last: 1 } },
  });
});
