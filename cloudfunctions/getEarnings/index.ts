import type { ErrorOf, Input, Output } from '../../shared/contract';
import { getEarnings as contract } from '../../shared/payouts/contract';
import { ok, type Result } from '../../shared/result';
import { openidOf, userOf } from '../../server/caller';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { balancesOf, pendingOf } from '../../server/earnings/balances';
import { setPayee } from '../../server/earnings/payee';
import {
  movementRow,
  movementsOf,
  saleRow,
  salesOf,
  titlesOf,
} from '../../server/earnings/statement';
import { teacherAccountsOf, type TeacherAccount } from '../../server/earnings/teacherAccounts';
import type { JournalEntry } from '../../server/journal/journal';
import { live } from '../../server/live';
import type { Order } from '../../server/orders/order';
import { mapPage, readPage } from '../../server/paging';
import type { Payout } from '../../server/payouts/payout';
import { payoutsOfTeacher } from '../../server/payouts/payouts';
import { requestPayout } from '../../server/payouts/requesting';
import { payoutRow } from '../../server/payouts/rows';
import { shareableSum } from '../../server/payouts/shares';

type Wish = Input<typeof contract>;
type Asked<A extends Wish['action']> = Extract<Wish, { action: A }>;
type Answer = Promise<Result<Output<typeof contract>, ErrorOf<typeof contract>>>;

export const handler = defineFunction(contract, {
  run: (wish, context) => ACTIONS[wish.action](context, wish as never),
});

/** Everything is the caller's own: no action takes a teacher's id. */
const ACTIONS: {
  readonly [A in Wish['action']]: (context: Context, wish: Asked<A>) => Answer;
} = {
  read: async (context) =>
    ok(
      await balancesShown(
        context,
        await teacherAccountsOf(context.db).get(userOf(context.caller)._id),
      ),
    ),

  sales: async ({ caller, db }, { cursor }) => {
    const page = await readPage<Order>(db, salesOf(userOf(caller)._id), cursor);
    return ok({ view: 'sales', ...mapPage(page, saleRow) });
  },

  statement: async ({ caller, db }, { cursor }) => {
    const { _id: teacherId } = userOf(caller);
    const page = await readPage<JournalEntry>(db, movementsOf(teacherId), cursor);
    const titles = await titlesOf(db, page.items);
    const row = (entry: JournalEntry) =>
      movementRow(entry, { teacherId, title: titles.get(entry.orderId ?? '') });
    return ok({ view: 'statement', ...mapPage(page, row) });
  },

  payouts: async ({ caller, db }, { cursor }) => {
    const page = await readPage<Payout>(db, payoutsOfTeacher(userOf(caller)._id), cursor);
    return ok({ view: 'payouts', ...mapPage(page, payoutRow) });
  },

  setPayee: async (context, { payee }) => {
    const { caller, db, now } = context;
    const account = await teacherAccountsOf(db).get(userOf(caller)._id);
    const changed = await setPayee(context, { account, payee, now });
    return changed.ok ? ok(await balancesShown(context, changed.data)) : changed;
  },

  requestPayout: async (context, { requestId, amount }) => {
    const { _id: userId, nickname } = userOf(context.caller);
    const teacher = { userId, nickname };
    const openid = openidOf(context.caller);
    const { now } = context;
    const asked = {
      requestId,
      teacher,
      openid,
      amount,
      madeBy: teacher,
      by: 'teacher',
      now,
    } as const;
    const payout = await requestPayout(context, asked);
    return payout.ok ? ok({ view: 'payout', payout: payoutRow(payout.data) }) : payout;
  },
};

const balancesShown = async (context: Context, account: TeacherAccount) => {
  const { db, transfers, now } = context;
  const [pending, shareable] = await Promise.all([
    pendingOf(db, account._id),
    shareableSum(db, account, now),
  ]);
  return balancesOf(account, { pending, shareable, methods: transfers.methods, now });
};

export const main = live(handler);
