import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  change,
  course,
  DAY,
  freshRequest,
  journalOf,
  openShop,
  order,
  orderDocument,
  registered,
  sourcesOf,
  userDocument,
} from '../orders/stage';
import { ADMIN } from './stage';

const plan = { planId: 'pln_month', name: '月度会员', days: 30, price: 3000, perks: [] };

let cloud: TestCloud;
let admin: Phone;

beforeAll(async () => {
  cloud = await openShop(course('crs_card'), course('crs_two'), course('crs_full', { seatCap: 1 }));
  await change(cloud, { collection: 'settings', id: 'shop' }, { plans: [plan] });
  admin = await registered(cloud, ADMIN);
});
afterAll(() => cloud.close());

let people = 0;
const someone = () => registered(cloud, `oCard${(people += 1)}`);

const batchOf = (changes: object = {}) => ({
  action: 'makeCodes',
  requestId: freshRequest(),
  item: { kind: 'course', id: 'crs_card' },
  count: 1,
  expiresAt: Date.now() + 400 * DAY,
  note: '线下活动',
  ...changes,
});

const made = async (changes: object = {}) => {
  const answer = dataOf(await admin.call('manageOffers', batchOf(changes)));
  if (answer.kind !== 'codes') throw new Error('no codes were made');
  return answer;
};
const freshCode = async (changes: object = {}) => (await made(changes)).codes[0] ?? '';
const redeem = (phone: Phone, code: string) => phone.call('redeem', { code });

describe('F59: a batch of codes', () => {
  it('shows its codes once and keeps only keyed hashes of them', async () => {
    const asked = batchOf({ count: 30 });
    const first = dataOf(await admin.call('manageOffers', asked));
    const codes = first.kind === 'codes' ? first.codes : [];
    expect(new Set(codes).size).toBe(30);
    expect(codeOf(await admin.call('manageOffers', asked))).toBe('REQUEST_REUSED');
    const kept = JSON.stringify([
      await cloud.documents('redeemCodes'),
      await cloud.documents('codeBatches'),
    ]);
    expect(
      codes.some((code) => kept.includes(code) || kept.includes(code.replaceAll('-', ''))),
    ).toBe(false);
  });

  it('tells how many are used, and opens nothing any more once it is void', async () => {
    const { batch, codes } = await made({ count: 2 });
    const [amy, ben] = [await someone(), await someone()];
    dataOf(await redeem(amy, codes[0] ?? ''));
    const ask = { action: 'voidCodes', batchId: batch.batchId };
    const voided = dataOf(await admin.call('manageOffers', ask));
    expect(voided.kind === 'batches' && voided.items[0]).toMatchObject({ used: 1, voided: true });
    expect(codeOf(await redeem(ben, codes[1] ?? ''))).toBe('CODE_NOT_USABLE');
  });

  it('is of what is on sale, and of a time to come', async () => {
    const refused = [
      { item: { kind: 'course', id: 'crs_nowhere' } },
      { item: { kind: 'membership', id: 'pln_nowhere' } },
      { expiresAt: 1 },
    ];
    const codes = await Promise.all(
      refused.map(async (changes) => codeOf(await admin.call('manageOffers', batchOf(changes)))),
    );
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'INVALID_INPUT']);
  });
});

describe('F59: a code', () => {
  it('INV2 X35: becomes a paid order of nothing, on which the right hangs', async () => {
    const amy = await someone();
    const { orderId, item } = dataOf(await redeem(amy, await freshCode()));
    expect(item).toEqual({ kind: 'course', id: 'crs_card', title: '从零开始写小程序' });
    const made = await orderDocument(cloud, orderId ?? '');
    expect(made).toMatchObject({ status: 'paid', payable: 0, paid: { heardFrom: 'free' } });
    expect(made.redeemed?.codeId).toMatch(/^[0-9a-f]{64}$/);
    expect(await sourcesOf(cloud, amy.openid ?? '', 'crs_card')).toEqual({ [made._id]: 'granted' });
    expect(await journalOf(cloud, made._id)).toEqual([]);
    const [row] = dataOf(await amy.call('getOrders', { orderId })).items;
    expect([row?.redeemed, row?.actions]).toEqual([true, ['study']]);
  });

  it('is good once, whoever comes at the same moment', async () => {
    const code = await freshCode();
    const crowd = await Promise.all(Array.from({ length: 6 }, someone));
    const codes = (await Promise.all(crowd.map((each) => redeem(each, code)))).map(codeOf);
    expect(codes.filter((each) => each === 'OK')).toHaveLength(1);
    expect(codes.filter((each) => each === 'CODE_NOT_USABLE')).toHaveLength(5);
  });

  it('asked for again by the same person is answered the same', async () => {
    const [amy, code] = [await someone(), await freshCode()];
    const first = dataOf(await redeem(amy, code));
    expect(dataOf(await redeem(amy, code.toUpperCase()))).toEqual(first);
  });

  it('is not used up on what somebody has already', async () => {
    const [amy, ben, code] = [await someone(), await someone(), await freshCode()];
    dataOf(await redeem(amy, await freshCode()));
    expect(codeOf(await redeem(amy, code))).toBe('COURSE_ALREADY_OWNED');
    expect(codeOf(await redeem(ben, code))).toBe('OK');
  });

  it('stands in the way of no open order, whose money then goes back', async () => {
    const amy = await someone();
    const { orderId } = dataOf(await order(amy, 'crs_two'));
    dataOf(await redeem(amy, await freshCode({ item: { kind: 'course', id: 'crs_two' } })));
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('autoRefunding');
  });

  it('takes no place of a limited course', async () => {
    const amy = await someone();
    dataOf(await redeem(amy, await freshCode({ item: { kind: 'course', id: 'crs_full' } })));
    expect(codeOf(await order(await someone(), 'crs_full'))).toBe('OK');
  });

  it('of a membership adds its days', async () => {
    const amy = await someone();
    const item = { kind: 'membership', id: 'pln_month' };
    dataOf(await redeem(amy, await freshCode({ item })));
    dataOf(await redeem(amy, await freshCode({ item })));
    const { rights } = await userDocument(cloud, amy.openid ?? '');
    expect(Object.values(rights.membership).map(({ days }) => days)).toEqual([30, 30]);
  });

  it('guessed wrongly five times in an hour is asked for no more; right ones are not counted', async () => {
    const amy = await someone();
    dataOf(await redeem(amy, await freshCode()));
    const wrong = () => redeem(amy, 'wrng-wrng-wrng-wrng-wrng').then(codeOf);
    const tries = [await wrong(), await wrong(), await wrong(), await wrong(), await wrong()];
    expect(new Set(tries)).toEqual(new Set(['CODE_NOT_USABLE']));
    expect(await wrong()).toBe('RATE_LIMITED');
    const code = await freshCode({ item: { kind: 'course', id: 'crs_two' } });
    expect(codeOf(await redeem(amy, code))).toBe('RATE_LIMITED');
    expect(codeOf(await redeem(await someone(), code))).toBe('OK');
  });

  it('is over at its time', async () => {
    const code = await freshCode({ expiresAt: Date.now() + DAY });
    await cloud.advance(2 * DAY);
    expect(codeOf(await redeem(await someone(), code))).toBe('CODE_NOT_USABLE');
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
