import type { PAYOUT_ERRORS, PayoutAction, PayoutView } from '../../shared/payouts/contract';
import { obstacleTo } from '../../shared/payouts/obstacle';
import { messages } from '../../shared/messages';
import type { Fen } from '../../shared/money';
import { fail, ok, type Result } from '../../shared/result';
import { usersOf } from '../accounts/users';
import { userOf } from '../caller';
import type { Context } from '../context';
import { earners, type EarnerAccount } from '../earnings/earnerAccounts';
import { mapPage, readPage } from '../paging';
import { advancePayout } from './advancing';
import { approvePayout, confirmPayout, giveUpPayout, rejectPayout, type Word } from './deciding';
import { isLost } from './lost';
import type { Payout } from './payout';
import { allPayouts, payoutsOf } from './payouts';
import { requestPayout } from './requesting';
import { managedPayout } from './rows';
import { shareableSum } from './shares';

type Refusal = (typeof PAYOUT_ERRORS)[number];
type Answer = Promise<Result<PayoutView, Refusal>>;
type Asked<A extends PayoutAction['action']> = Extract<PayoutAction, { action: A }>;

const wordOf = ({ caller, settings, now }: Context, payoutId: string): Word => {
  const { _id: userId, nickname } = userOf(caller);
  return { payoutId, admin: { userId, nickname }, soleAdmin: settings.soleAdmin, now };
};

const viewerOf = ({ caller, settings }: Context) => ({
  userId: userOf(caller)._id,
  soleAdmin: settings.soleAdmin,
});

const shown = (context: Context, result: Result<Payout, Refusal>): Result<PayoutView, Refusal> =>
  result.ok
    ? ok({ view: 'payout', payout: managedPayout(result.data, viewerOf(context)) })
    : result;

/** What an admin does with payouts: the actions of `payoutActions`, for `manageMoney`. */
export const PAYOUT_MANAGING: {
  readonly [A in PayoutAction['action']]: (asked: Asked<A>, context: Context) => Answer;
} = {
  payouts: async ({ status, cursor }, context) => {
    const page = await readPage<Payout>(context.db, allPayouts(status), cursor);
    const viewer = viewerOf(context);
    return ok({ view: 'payouts', ...mapPage(page, (payout) => managedPayout(payout, viewer)) });
  },

  earners: async ({ cursor }, context) => {
    const page = await readPage<EarnerAccount>(context.db, earners, cursor);
    const people = await usersOf(context.db).named(page.items.map(({ _id }) => _id));
    const shareable = await shareableSums(context, page.items);
    return ok({
      view: 'earners',
      ...mapPage(page, (account) =>
        earnerRow(context, account, {
          nickname: people.get(account._id) ?? '',
          shareable: shareable.get(account._id),
        }),
      ),
    });
  },

  proposePayout: async ({ requestId, earnerId, amount }, context) => {
    const earner = await usersOf(context.db).get(earnerId);
    if (!earner) return fail('NOT_FOUND');
    const { admin: madeBy, now } = wordOf(context, '');
    const payout = await requestPayout(context, {
      requestId,
      earner: { userId: earnerId, nickname: earner.nickname },
      openid: earner.openids[0] ?? '',
      amount,
      madeBy,
      by: 'admin',
      now,
    });
    return shown(context, payout);
  },

  approvePayout: async ({ payoutId }, context) =>
    shown(context, await approvePayout(context, wordOf(context, payoutId))),

  rejectPayout: async ({ payoutId, reason }, context) =>
    shown(context, await rejectPayout(context, { ...wordOf(context, payoutId), reason })),

  confirmPayout: async ({ payoutId, reference }, context) =>
    shown(context, await confirmPayout(context, { ...wordOf(context, payoutId), reference })),

  giveUpPayout: async ({ payoutId, reason }, context) => {
    const payout = await payoutsOf(context.db).get(payoutId);
    if (!payout) return fail('NOT_FOUND');
    if (!(await isLost(context, payout))) return fail('PAYOUT_STILL_UNDER_WAY');
    const word = { ...wordOf(context, payoutId), reason, triedAt: payout.triedAt };
    return shown(context, await giveUpPayout(context, word));
  },

  askPayoutAgain: async ({ payoutId }, context) => {
    const payouts = payoutsOf(context.db);
    const payout = await payouts.get(payoutId);
    if (payout?.checkAt === undefined) return fail('NOT_FOUND');
    const checkAt = context.now + 2 * 60_000;
    if (await payouts.take(payout, checkAt)) {
      await advancePayout(context, { ...payout, checkAt }, context.now);
    }
    return shown(context, ok((await payouts.get(payoutId)) ?? payout));
  },
};

/** What can be paid out at once to those who are paid by 分账, by earner. */
const shareableSums = async (
  { db, now }: Context,
  accounts: readonly EarnerAccount[],
): Promise<ReadonlyMap<string, Fen>> => {
  const sharing = accounts.filter(({ payee }) => payee?.method === 'sharing');
  const sums = sharing.map(
    async (account) => [account._id, await shareableSum(db, account, now)] as const,
  );
  return new Map(await Promise.all(sums));
};

const earnerRow = (
  { transfers, now }: Context,
  account: EarnerAccount,
  { nickname, shareable }: { nickname: string; shareable: Fen | undefined },
) => {
  const wish = { account, methods: transfers.methods, now };
  const obstacle = obstacleTo({ ...wish, ...(shareable !== undefined && { shareable }) });
  const { _id: userId, available, receivable, inTransit } = account;
  return {
    person: { userId, nickname },
    available,
    receivable,
    inTransit,
    ...(shareable !== undefined && { shareable }),
    ...(obstacle && { obstacle: messages[obstacle] }),
  };
};
