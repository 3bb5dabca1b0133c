import { dataOf, type TestCloud } from '../cloud';
import { DAY, freshRequest, openShop } from '../orders/stage';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openShop();
});
afterAll(() => cloud.close());

describe('keeping the books', () => {
  it('sweeps away what has expired and leaves what still counts', async () => {
    const { now } = await cloud.get<{ now: number }>('/_local/clock');
    await cloud.insert(
      'rateLimits',
      { _id: 'gone', calls: 1, endsAt: now - DAY },
      { _id: 'counts', calls: 1, endsAt: now + DAY },
    );
    await cloud.insert('loginDelays', { _id: 'recent', failures: 3, until: now - DAY / 2 });
    await cloud.runTimer('keepBooks');
    const windows = await cloud.documents<{ _id: string }>('rateLimits');
    expect(windows.map(({ _id }) => _id)).toContain('counts');
    expect(windows.map(({ _id }) => _id)).not.toContain('gone');
    expect(await cloud.documents('loginDelays')).toHaveLength(1);
  });

  it('is nothing a phone can ask for', async () => {
    const phone = cloud.as('oSomebody');
    dataOf(await phone.call('register', { requestId: freshRequest() }));
    const answer = await phone.call('keepBooks').catch((error: Error) => ({ error }));
    expect(answer).not.toMatchObject({ ok: true });
  });
});
