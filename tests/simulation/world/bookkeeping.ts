import type { PayoutStatus } from '../../../shared/payouts/machine';
import { dayOf } from '../../../server/reconciliation/days';
import type { Payout } from '../../../server/payouts/payout';
import type { Story } from './buying';
import { adminOf, asAdmin } from './admins';
import { ADMINS, AFFILIATE, TEACHER, userIdOf } from './cast';
import { PAYEES, type Act } from './script';
import type { Stage } from './stage';

const asEarner = (stage: Stage, openid: string, event: object) =>
  stage.call('getEarnings', event, { openid, source: 'wx_client' }).ended;

/** Who is to be paid out: mostly the teacher. */
const earnerOf = ({ details }: Act): string => ((details[6] ?? 0) < 0.6 ? TEACHER : AFFILIATE);

/** What of somebody's money is paid out at once: what they like, or by 分账 just what the page says. */
const amountFor = async (stage: Stage, openid: string, share: number): Promise<number> => {
  const read = await asEarner(stage, openid, { action: 'read' });
  const shareable = read.kind === 'done' ? read.value.data?.['shareable'] : undefined;
  const payee = read.kind === 'done' && (read.value.data?.['payee'] as { method?: string });
  const byOrders = payee && payee.method === 'sharing' && typeof shareable === 'number';
  return byOrders ? shareable : 1000 + Math.floor(share * 9000);
};

/** An earner asks for a part of what is available, or for too much; twice at once at times. */
const requestPayout: Story = async ({ stage }, act) => {
  const { at, details } = act;
  const [share = 0, twice = 0] = details;
  const earner = earnerOf(act);
  const amount = await amountFor(stage, earner, share);
  const times = twice < 0.4 ? 2 : 1;
  await Promise.all(
    Array.from({ length: times }, (_, time) =>
      asEarner(stage, earner, {
        action: 'requestPayout',
        requestId: `payout${at}.${time}`,
        amount,
      }),
    ),
  );
};

/** An admin asks for a payout in the earner's place. */
const proposePayout: Story = async ({ stage }, act) => {
  const earner = earnerOf(act);
  const amount = await amountFor(stage, earner, act.details[1] ?? 0);
  await asAdmin(stage, adminOf(act), {
    action: 'proposePayout',
    requestId: `proposed${act.at}`,
    earnerId: userIdOf(earner),
    amount,
  });
};

type Word = { readonly action: string; readonly [field: string]: string };

/** What admins say to a payout as it stands; the first is what they mostly say. */
const WORDS: Readonly<Partial<Record<PayoutStatus, readonly Word[]>>> = {
  reserved: [{ action: 'approvePayout' }, { action: 'rejectPayout', reason: '资料不全' }],
  sent: [
    { action: 'confirmPayout', reference: 'bank-2026' },
    { action: 'giveUpPayout', reason: '银行退回了款项' },
    { action: 'askPayoutAgain' },
  ],
};

const wordOn = ({ status }: Payout, roll: number): Word | undefined => {
  const words = WORDS[status];
  return words?.[roll < 0.7 ? 0 : Math.floor(((roll - 0.7) / 0.3) * words.length)];
};

/** Both admins deal with the payouts that wait, at the same moment. */
const decidePayouts: Story = async ({ stage }, { details }) => {
  const waiting = stage.documents('payouts').filter(({ status }) => WORDS[status]);
  await Promise.all(
    waiting.flatMap((payout) =>
      ADMINS.map(async (openid, at) => {
        const word = wordOn(payout, details[at] ?? 0);
        if (word) await asAdmin(stage, openid, { ...word, payoutId: payout._id });
      }),
    ),
  );
};

/** An admin has a day compared with its bill once more. */
const reconcileAgain: Story = async ({ stage }, act) => {
  const date = dayOf(stage.now() - 24 * 60 * 60_000);
  await asAdmin(stage, adminOf(act), { action: 'reconcileAgain', provider: 'cloudPay', date });
};

const ACCOUNTS: Readonly<Record<(typeof PAYEES)[number], object>> = {
  bank: { method: 'bank', realName: '林一', bankName: '招商银行', account: '6222000011112222' },
  wechat: { method: 'wechat', realName: '林一' },
  sharing: { method: 'sharing', realName: '林一' },
};

/** Somebody who earns says where their money goes. */
const setPayee: Story = async ({ stage }, { who, details }) => {
  const kind = PAYEES[Math.floor((details[0] ?? 0) * PAYEES.length + 0.01)] ?? 'bank';
  await asEarner(stage, who, { action: 'setPayee', payee: ACCOUNTS[kind] });
};

/** What happens to the books; only where they are kept. */
export const BOOKKEEPING = {
  requestPayout,
  proposePayout,
  decidePayouts,
  reconcileAgain,
  setPayee,
} satisfies Record<string, Story>;
