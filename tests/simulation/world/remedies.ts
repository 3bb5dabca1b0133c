import { REMEDIES } from '../../../shared/books/proposals';
import type { Difference } from '../../../server/differences/difference';
import { dayOf } from '../../../server/reconciliation/days';
import { adminOf, asAdmin } from './admins';
import type { Story } from './buying';
import { ADMINS, ITEMS, TEACHER, userIdOf } from './cast';
import type { Phone } from './phone';
import type { Act } from './script';
import type { Stage } from './stage';

const propose = (stage: Stage, act: Act, proposal: object) =>
  asAdmin(stage, adminOf(act), {
    action: 'propose',
    requestId: `proposal${act.at}`,
    proposal,
    reason: '已与买家核实',
  });

/** Both admins decide on whatever is proposed, at the same moment. */
const decideAll = async ({ stage }: Phone, { details }: Act): Promise<void> => {
  const open = stage.documents('proposals').filter(({ status }) => status === 'open');
  await Promise.all(
    open.flatMap(({ _id: proposalId }) =>
      ADMINS.map((openid, at) => {
        const decision = (details[3 + at] ?? 0) < 0.8 ? 'approve' : 'reject';
        return asAdmin(stage, openid, { action: 'decide', proposalId, decision });
      }),
    ),
  );
};

/** A difference that is open, if there is one. */
const openDifference = (
  stage: Stage,
  roll: number,
  fits: (difference: Difference) => boolean = () => true,
): Difference | undefined => {
  const open = stage.documents('differences').filter((each) => each.status === 'open');
  const fitting = open.filter(fits);
  return fitting[Math.floor(roll * fitting.length)];
};

const proposeRemedy = async ({ stage }: Phone, act: Act): Promise<void> => {
  const { details } = act;
  const difference = openDifference(stage, details[1] ?? 0);
  if (!difference) return;
  const remedies = REMEDIES[difference.kind];
  const kind = remedies[Math.floor((details[2] ?? 0) * remedies.length)] ?? 'explain';
  // Only who gave the money back says so: a story of its own.
  if (kind === 'settledOutside') return;
  const subject =
    kind === 'retryRefund' || kind === 'closeRefund'
      ? { refundId: difference.refundId }
      : { differenceId: difference._id };
  await propose(stage, act, { kind, ...subject });
};

/** One admin proposes what to do about a difference, and both decide on whatever is proposed. */
const settleDifferences: Story = async (phone, act) => {
  await proposeRemedy(phone, act);
  await decideAll(phone, act);
};

const FORTY_MINUTES = 40 * 60_000;

/** An admin gives the money of a difference back in the merchant console and says so when it has arrived. */
const settleOutside: Story = async (phone, act) => {
  const { stage } = phone;
  const [, roll = 0, named = 0] = act.details;
  const difference = openDifference(stage, roll, isRefundable);
  const { orderId = '' } = difference ?? {};
  if (!difference) return;
  await stage.doAtOnce(() => stage.provider.refundByConsole(orderId, 1));
  await phone.wait(FORTY_MINUTES);
  const arrived = stage.provider.book.refundsOf(orderId).find(({ state }) => state === 'SUCCESS');
  if (!arrived) return;
  await propose(stage, act, {
    kind: 'settledOutside',
    differenceId: difference._id,
    evidence: '商户平台已退款',
    ...(named < 0.6 && { refundNumber: arrived.number }),
  });
  await decideAll(phone, act);
};

/** The console refunds the first payment of an order, so that is what can be settled there. */
const isRefundable = ({ kind, suspense }: Difference): boolean =>
  (kind === 'mismatch' || kind === 'orphan') && suspense > 0;

type Wish = (stage: Stage, act: Act) => object | undefined;

/** What admins propose that nobody asked for. */
const WISHES: readonly Wish[] = [
  (_stage, { who, item }) => {
    const { kind, id } = ITEMS[item];
    return { kind: 'grantAccess', userId: userIdOf(who), item: { kind, id } };
  },
  (stage, { who }) => {
    const free = stage.ordersOf(who).filter(({ paid }) => paid?.amount === 0);
    const last = free.at(-1);
    return last && { kind: 'revokeAccess', orderId: last._id };
  },
  (_stage, { details }) => {
    const amount = 1 + Math.floor((details[2] ?? 0) * 2000);
    return { kind: 'writeOff', earnerId: userIdOf(TEACHER), amount };
  },
  (stage, { at, details }) => ({
    kind: 'recordSettlement',
    provider: 'cloudPay',
    date: dayOf(stage.now()),
    amount: 1 + Math.floor((details[2] ?? 0) * 2000),
    reference: `bank-${at % 3}`,
  }),
];

/** An admin gives or takes what cost nothing, writes a debt off or books what arrived at the bank; both decide. */
const proposeByHand: Story = async (phone, act) => {
  const wish = WISHES[Math.floor((act.details[1] ?? 0) * WISHES.length)];
  const proposal = wish?.(phone.stage, act);
  if (proposal) await propose(phone.stage, act, proposal);
  await decideAll(phone, act);
};

/** What two admins decide on; only where the books are kept. */
export const REMEDYING = {
  settleDifferences,
  settleOutside,
  proposeByHand,
} satisfies Record<string, Story>;
