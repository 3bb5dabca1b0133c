import type { Payout } from '../../server/payouts/payout';
import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import {
  admin,
  afterHold,
  fold,
  payoutOf,
  sellers,
  SHARE,
  type Payable,
} from '../earnings/teachers';
import { DAY, HOUR, MINUTE } from '../orders/stage';

const NAMES = ['Accepts', 'Misses', 'Unanswered', 'Unheard'];

let cloud: TestCloud;
let ada: Phone;
let bob: Phone;
let named: (name: string) => Payable;

beforeAll(async () => {
  cloud = await openCloud();
  ada = await admin(cloud, 'oAda');
  bob = await admin(cloud, 'oBob');
  named = await sellers(cloud, NAMES, { method: 'wechat', realName: '林一' });
  await afterHold(cloud);
}, 240_000);
afterAll(() => cloud.close());

/** A payout of everything, asked for and approved. */
const approved = async (name: string) => {
  const someone = named(name);
  const payoutId = await payoutOf(someone, SHARE);
  dataOf(await ada.call('manageMoney', { action: 'approvePayout', payoutId }));
  return { someone, payoutId };
};

const keepBooks = async (times = 1) => {
  for (let time = 0; time < times; time += 1) {
    await cloud.advance(3 * MINUTE);
    await cloud.runTimer('keepBooks');
  }
};
const faults = (change: object) => cloud.post('/_local/faults', { reset: true, ...change });
const accept = (payoutId: string) =>
  cloud.post(`/_local/transfers/${payoutId}`, { action: 'accept' });
const payoutDocument = async (payoutId: string): Promise<Payout | undefined> =>
  (await cloud.documents<Payout>('payouts')).find(({ _id }) => _id === payoutId);

describe('a payout to a wallet', () => {
  it('W23: waits for the teacher, whose phone accepts it, and arrives once', async () => {
    const { someone, payoutId } = await approved('Accepts');
    await keepBooks();
    expect(await someone.call('payouts')).toMatchObject({
      items: [
        { payoutId, status: 'waitingForEarner', confirmation: { package: expect.any(String) } },
      ],
    });
    await accept(payoutId);
    await keepBooks(2);
    expect(await payoutDocument(payoutId)).toMatchObject({
      status: 'done',
      reference: expect.stringMatching(/^1330/),
    });
    expect(await someone.call('read')).toMatchObject({ available: 0, inTransit: 0 });
    expect(await fold(cloud, 'payoutTransit')).toBe(0);
  });

  it('M27: left unanswered after it was taken, it is asked after under its number, not sent as another', async () => {
    const { payoutId } = await approved('Unanswered');
    await faults({ errorAfterAccepting: ['transfer-bills'] });
    await keepBooks();
    await faults({});
    await keepBooks();
    const asked = await payoutDocument(payoutId);
    expect(asked?.status).toBe('waitingForEarner');
    expect(asked?.tries).toBeGreaterThan(0);
    await accept(payoutId);
    await keepBooks(2);
    expect((await payoutDocument(payoutId))?.status).toBe('done');
  });

  it('E10: not accepted within a day, the money is the teacher’s again', async () => {
    const { someone, payoutId } = await approved('Misses');
    await keepBooks();
    await cloud.advance(DAY + HOUR);
    await keepBooks();
    expect((await payoutDocument(payoutId))?.status).toBe('failed');
    expect(await someone.call('read')).toMatchObject({ available: SHARE, inTransit: 0 });
  });

  it('M28: nobody can give up or confirm one that its provider knows', async () => {
    const { payoutId } = await approved('Unheard');
    await keepBooks();
    const wish = { payoutId, reason: '想撤回这一笔' };
    expect(codeOf(await bob.call('manageMoney', { action: 'giveUpPayout', ...wish }))).toBe(
      'PAYOUT_STILL_UNDER_WAY',
    );
    const proof = { payoutId, reference: '回单 0001' };
    expect(codeOf(await bob.call('manageMoney', { action: 'confirmPayout', ...proof }))).toBe(
      'PAYOUT_ALREADY_DECIDED',
    );
  });
});
