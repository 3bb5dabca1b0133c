import type { EarnerAccount } from '../../server/earnings/earnerAccounts';
import { dataOf, type Phone, type TestCloud } from '../cloud';
import {
  bought,
  change,
  course,
  DAY,
  freshRequest,
  registered,
  userDocument,
} from '../orders/stage';

/** The course every test here sells: 100 yuan, of which 70 are the teacher's. */
export const PRICE = 10_000;
export const SHARE = 7000;

/** Gives somebody a role, as a deployment would. */
const withRole = async (cloud: TestCloud, openid: string, role: 'teacher' | 'admin') => {
  const phone = await registered(cloud, openid);
  const { _id } = await userDocument(cloud, openid);
  await change(cloud, { collection: 'users', id: _id }, { role });
  return { phone, userId: _id };
};

export const admin = async (cloud: TestCloud, openid: string): Promise<Phone> =>
  (await withRole(cloud, openid, 'admin')).phone;

/** A teacher with a course of their own on sale. */
export const teacher = async (cloud: TestCloud, openid: string) => {
  const { phone, userId } = await withRole(cloud, openid, 'teacher');
  const courseId = `crs_of_${openid}`;
  await cloud.insert('courses', course(courseId, { teacherId: userId, price: PRICE }));
  const account = async (): Promise<EarnerAccount | undefined> =>
    (await cloud.documents<EarnerAccount>('earnerAccounts')).find(({ _id }) => _id === userId);
  const call = async (action: string, more: object = {}) =>
    dataOf(await phone.call('getEarnings', { action, ...more }));
  return { phone, userId, courseId, account, call };
};
export type Teacher = Awaited<ReturnType<typeof teacher>>;

/** Sells a teacher's course to somebody new. */
export const sell = async (cloud: TestCloud, { courseId }: Teacher, buyer: string) => {
  const phone = await registered(cloud, buyer);
  return { phone, orderId: await bought(cloud, phone, courseId) };
};

/** Lets the hold of all sales pass. */
export const afterHold = async (cloud: TestCloud) => {
  await cloud.advance(7 * DAY + 60_000);
  await cloud.runTimer('keepBooks');
};

export const BANK = {
  method: 'bank',
  realName: '林一',
  bankName: '招商银行深圳分行',
  account: '6225880112345678',
} as const;

export const askPayout = (
  { phone }: Pick<Teacher, 'phone'>,
  amount: number,
  requestId = freshRequest(),
) => phone.call('getEarnings', { action: 'requestPayout', requestId, amount });

/** The number of a payout that was asked for. */
export const payoutOf = async (someone: Pick<Teacher, 'phone'>, amount: number) => {
  const answer = dataOf(await askPayout(someone, amount));
  if (answer.view !== 'payout') throw new Error(`not a payout: ${answer.view}`);
  return answer.payout.payoutId;
};

/** Asks for a whole refund; a week after buying somebody has to approve it. */
export const refundWhole = async (
  { phone, orderId }: { phone: Phone; orderId: string },
  approver: Phone,
) => {
  const asked = { requestId: freshRequest(), orderId, reason: '不合适' };
  const { refundId } = dataOf(await phone.call('refund', asked));
  return approver.call('reviewRefund', { refundId, decision: 'approve' });
};

/** What the journal says of a teacher's account; credits are below zero there. */
export const fold = async (cloud: TestCloud, account: string): Promise<number> => {
  const entries = await cloud.documents<{ lines: { account: string; fen: number }[] }>('journal');
  return entries
    .flatMap(({ lines }) => lines)
    .filter((line) => line.account === account)
    .reduce((sum, line) => sum + line.fen, 0);
};

export type Payable = Teacher & {
  readonly sale: { readonly phone: Phone; readonly orderId: string };
};

/** Teachers by name, who said where their money goes and have sold one course each, whose hold is not over yet. */
export const sellers = async (cloud: TestCloud, names: readonly string[], payee: object) => {
  const all = new Map<string, Payable>();
  for (const name of names) {
    const someone = await teacher(cloud, `o${name}`);
    await someone.call('setPayee', { payee });
    all.set(name, { ...someone, sale: await sell(cloud, someone, `o${name}Buyer`) });
  }
  return (name: string): Payable => {
    const found = all.get(name);
    if (!found) throw new Error(`no teacher ${name}`);
    return found;
  };
};
