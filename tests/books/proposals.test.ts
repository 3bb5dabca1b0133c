import type { Difference } from '../../server/differences/difference';
import type { Proposal } from '../../server/proposals/proposal';
import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  balance,
  bought,
  course,
  freshRequest,
  HOUR,
  kindsOf,
  MINUTE,
  openShop,
  order,
  orderDocument,
  refundDocuments,
  registered,
  seatsOf,
  sourcesOf,
  userDocument,
} from '../orders/stage';
import {
  carriedOut,
  decided,
  openDifferences,
  orderFileOf,
  proposalOf,
  proposed,
  suspenseIsExplained,
  twoAdmins,
} from './stage';

let cloud: TestCloud;
let amy: Phone;
let admins: { ann: Phone; bob: Phone };

const faults = (knobs: object) => cloud.post('/_local/faults', { reset: true, ...knobs });

beforeAll(async () => {
  cloud = await openShop(
    ...Array.from({ length: 20 }, (_, index) => course(`crs_${index}_x`)),
    course('crs_seat', { seatCap: 1 }),
  );
  amy = await registered(cloud, 'oAmy');
  admins = await twoAdmins(cloud);
});

afterEach(async () => {
  await faults({});
  await suspenseIsExplained(cloud);
});
afterAll(() => cloud.close());

/** An order that was paid with less than its price, and the difference it waits by. */
const underpaid = async (courseId: string) => {
  const { orderId } = dataOf(await order(amy, courseId));
  await cloud.pay(orderId, { amount: 100 });
  const difference = (await openDifferences(cloud)).find((each) => each.orderId === orderId);
  if (!difference) throw new Error('no difference');
  return { orderId, differenceId: difference._id, difference };
};

describe('a payment that is not as agreed', () => {
  it('waits as a difference that says what is wrong, with its money in suspense', async () => {
    const { difference } = await underpaid('crs_0_x');
    expect(difference).toMatchObject({ kind: 'mismatch', suspense: 100, status: 'open' });
    expect(difference.detail).toContain('应付 ¥128.00，实付 ¥1.00');
  });

  it('is accepted by two: what was really paid is booked, and the course opens', async () => {
    const { orderId, differenceId } = await underpaid('crs_1_x');
    expect(await carriedOut(admins, { kind: 'acceptPayment', differenceId })).toBe('OK');
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_1_x')).toEqual({ [orderId]: 'granted' });
    expect(await kindsOf(cloud, orderId)).toEqual(['paid', 'suspense', 'suspenseCleared']);
    const file = await orderFileOf(admins.ann, orderId);
    expect(file.differences[0]).toMatchObject({
      status: 'resolved',
      resolution: { kind: 'acceptPayment', text: '与买家核对过' },
    });
  });

  it('is sent back by two: refunded at the provider, and nothing is left in suspense', async () => {
    const { orderId, differenceId } = await underpaid('crs_2_x');
    expect(await carriedOut(admins, { kind: 'sendBackPayment', differenceId })).toBe('OK');
    await cloud.advance(3 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('autoRefunded');
    expect(await kindsOf(cloud, orderId)).toEqual(['refundSucceeded', 'sentBack', 'suspense']);
    expect(await sourcesOf(cloud, 'oAmy', 'crs_2_x')).toEqual({});
    expect(await balance(cloud, 'refundPayable')).toBe(0);
  });

  it('was settled by hand at the provider: order, refund and journal say so', async () => {
    const { orderId, differenceId } = await underpaid('crs_3_x');
    const evidence = '商户平台手工退款';
    const settled = { kind: 'settledOutside', differenceId, evidence } as const;
    expect(await carriedOut(admins, settled)).toBe('OK');
    const after = await orderDocument(cloud, orderId);
    expect(after).toMatchObject({ status: 'autoRefunded', refunded: 100, reserved: 100 });
    const refunds = (await refundDocuments(cloud)).filter((each) => each.orderId === orderId);
    expect(refunds).toMatchObject([{ status: 'succeeded', amount: 100 }]);
    expect(await kindsOf(cloud, orderId)).toEqual(['refundSucceeded', 'sentBack', 'suspense']);
  });

  it('X23: was given back in the console, and is no riddle once its number is named', async () => {
    const { orderId, differenceId } = await underpaid('crs_19_x');
    await cloud.post(`/_local/pay/${orderId}/refund`, { by: 'console' });
    await cloud.advance(MINUTE);
    const doubts = async () =>
      (await cloud.documents<Difference>('differences')).filter(
        (each) => each.orderId === orderId && each.kind === 'contradiction',
      );
    const [doubt] = await doubts();
    expect(doubt?.status).toBe('open');

    const settled = { kind: 'settledOutside', differenceId, evidence: '商户平台已退' } as const;
    const named = { ...settled, refundNumber: doubt?.refundId ?? '' };
    expect(await carriedOut(admins, named)).toBe('OK');
    await cloud.runTimer('deliverOutbox');
    expect(await doubts()).toMatchObject([
      { status: 'resolved', resolution: { by: 'rule', kind: 'clearedUp' } },
    ]);
    expect((await openDifferences(cloud)).filter((each) => each.orderId === orderId)).toEqual([]);
  });

  it('X9: is accepted only where a seat can be had for it', async () => {
    const { orderId } = dataOf(await order(amy, 'crs_seat'));
    await faults({ closeOkButPaid: true });
    dataOf(await amy.call('cancelOrder', { orderId }));
    const ben = await registered(cloud, 'oBen');
    await bought(cloud, ben, 'crs_seat');
    await cloud.pay(orderId, { amount: 100 });
    const [difference] = (await openDifferences(cloud)).filter((each) => each.orderId === orderId);
    const differenceId = difference?._id ?? '';
    expect(await carriedOut(admins, { kind: 'acceptPayment', differenceId })).toBe(
      'COURSE_SOLD_OUT',
    );
    expect(await seatsOf(cloud, 'crs_seat')).toMatchObject({ taken: 1 });
    expect(await carriedOut(admins, { kind: 'sendBackPayment', differenceId })).toBe('OK');
  });
});

describe('INV28: what admins do with money takes two and is on record', () => {
  it('its maker cannot decide on it, and it is decided once', async () => {
    const { differenceId } = await underpaid('crs_4_x');
    const made = proposalOf(
      dataOf(await proposed(admins.ann, { kind: 'acceptPayment', differenceId })),
    );
    expect(made.mayDecide).toBe(false);
    expect(codeOf(await decided(admins.ann, made.proposalId))).toBe('PROPOSAL_NEEDS_SECOND_PERSON');
    const both = await Promise.all([
      decided(admins.bob, made.proposalId),
      decided(admins.bob, made.proposalId, 'reject'),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['OK', 'PROPOSAL_NOT_OPEN']);
    const kept = (await cloud.documents<Proposal>('proposals')).find(
      ({ _id }) => _id === made.proposalId,
    );
    expect(kept).toMatchObject({
      reason: '与买家核对过',
      madeBy: { nickname: 'oLocalAdmin' },
      decidedBy: { nickname: 'oSecondAdmin' },
    });
    expect(kept?.alone).toBeUndefined();
  });

  it('the same request proposes once; the same thing is proposed once at a time', async () => {
    const { differenceId } = await underpaid('crs_5_x');
    const requestId = freshRequest();
    const wish = { kind: 'sendBackPayment', differenceId } as const;
    const twice = await Promise.all([
      proposed(admins.ann, wish, requestId),
      proposed(admins.ann, wish, requestId),
    ]);
    expect(new Set(twice.map((each) => proposalOf(dataOf(each)).proposalId)).size).toBe(1);
    expect(codeOf(await proposed(admins.bob, wish))).toBe('PROPOSAL_EXISTS');
    const other = { kind: 'acceptPayment', differenceId } as const;
    expect(codeOf(await proposed(admins.ann, other, requestId))).toBe('REQUEST_REUSED');
  });

  it('of two proposals about one difference only the first has an effect', async () => {
    const { orderId, differenceId } = await underpaid('crs_6_x');
    const accept = await proposed(admins.ann, { kind: 'acceptPayment', differenceId });
    const back = await proposed(admins.ann, { kind: 'sendBackPayment', differenceId });
    const codes = [
      codeOf(await decided(admins.bob, proposalOf(dataOf(accept)).proposalId)),
      codeOf(await decided(admins.bob, proposalOf(dataOf(back)).proposalId)),
    ];
    expect(codes).toEqual(['OK', 'PROPOSAL_NOT_POSSIBLE']);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
  });

  it('only admins see the books', async () => {
    expect(codeOf(await amy.call('manageMoney', { action: 'overview' }))).toBe('NOT_ALLOWED');
  });
});

/** How many learners the shop shows beside a course, once its outbox is empty. */
const learnersOf = async (courseId: string) => {
  await cloud.runTimer('deliverOutbox');
  const courses = await cloud.documents<{ _id: string; learnerCount: number }>('courses');
  return courses.find(({ _id }) => _id === courseId)?.learnerCount;
};

describe('access that admins give and take', () => {
  it('hangs on an order that costs nothing, and is taken back by the same two hands', async () => {
    const { _id: userId } = await userDocument(cloud, 'oAmy');
    const gift = { kind: 'grantAccess', userId, item: { kind: 'course', id: 'crs_7_x' } } as const;
    expect(await carriedOut(admins, gift)).toBe('OK');
    const [orderId = ''] = Object.keys(await sourcesOf(cloud, 'oAmy', 'crs_7_x'));
    expect(await orderDocument(cloud, orderId)).toMatchObject({
      status: 'paid',
      payable: 0,
      granted: { reason: '与买家核对过' },
    });
    expect(await learnersOf('crs_7_x')).toBe(1);
    expect(await carriedOut(admins, gift)).toBe('PROPOSAL_NOT_POSSIBLE');
    expect(await carriedOut(admins, { kind: 'revokeAccess', orderId })).toBe('OK');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_7_x')).toEqual({ [orderId]: 'revoked' });
    expect(await learnersOf('crs_7_x')).toBe(0);
  });

  it('what was paid for is not taken away', async () => {
    const orderId = await bought(cloud, amy, 'crs_8_x');
    expect(await carriedOut(admins, { kind: 'revokeAccess', orderId })).toBe(
      'PROPOSAL_NOT_POSSIBLE',
    );
  });
});

describe('X21: a refund that cannot be paid out', () => {
  it('is a difference; it is handed over again, and clears up by itself when it arrives', async () => {
    const orderId = await bought(cloud, amy, 'crs_9_x');
    await faults({ refundOutcome: 'CHANGE' });
    const { refundId } = dataOf(
      await amy.call('refund', { requestId: freshRequest(), orderId, reason: '不合适' }),
    );
    await cloud.advance(5 * MINUTE);
    const find = async () =>
      (await openDifferences(cloud)).find((each) => each.refundId === refundId);
    expect(await find()).toMatchObject({ kind: 'abnormalRefund', suspense: 0 });
    expect(await carriedOut(admins, { kind: 'closeRefund', refundId })).toBe(
      'PROPOSAL_NOT_POSSIBLE',
    );
    expect(await carriedOut(admins, { kind: 'retryRefund', refundId })).toBe('OK');
    expect(await find()).toBeUndefined();
    await cloud.advance(2 * HOUR);
    expect(await find()).toMatchObject({ kind: 'abnormalRefund' });
  });
});

describe('the books', () => {
  it('record what a provider paid into the bank, once for each reference', async () => {
    const settlement = {
      kind: 'recordSettlement',
      provider: 'cloudPay',
      date: '2026-11-22',
      amount: 5000,
      reference: 'bank-77',
    } as const;
    expect(await carriedOut(admins, settlement)).toBe('OK');
    expect(await carriedOut(admins, settlement)).toBe('PROPOSAL_NOT_POSSIBLE');
    expect(await balance(cloud, 'bank')).toBe(5000);
  });

  it('show every account with the journal behind it', async () => {
    const view = dataOf(await admins.ann.call('manageMoney', { action: 'overview' }));
    if (view.view !== 'overview') throw new Error(view.view);
    expect(view.balances.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
    for (const { account, fen } of view.balances) {
      expect(await balance(cloud, account)).toBe(fen);
      const page = dataOf(await admins.ann.call('manageMoney', { action: 'journal', account }));
      if (page.view !== 'journal') throw new Error(page.view);
      expect(page.items.length).toBeGreaterThan(0);
      for (const { lines } of page.items)
        expect(lines.map((line) => line.account)).toContain(account);
    }
    expect(view.openDifferences).toBe((await openDifferences(cloud)).length);
  });

  it('an order’s file is one round trip behind the caller', async () => {
    const orderId = await bought(cloud, amy, 'crs_10_x');
    const trips = await cloud.roundTrips(() => orderFileOf(admins.ann, orderId));
    expect(trips).toBe(2);
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
