import type { ErrorOf, Input, Output } from '../../shared/contract';
import { getEarnings as contract } from '../../shared/payouts/contract';
import { ok, type Result } from '../../shared/result';
import { openidOf, userOf } from '../../server/caller';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { balancesOf, pendingOf } from '../../server/earnings/balances';
import { setPayee } from '../../server/earnings/payee';
import {
  commissionRow,
  commissionsOf,
  movementRow,
  movementsOf,
  saleRow,
  salesOf,
  titlesOf,
} from '../../server/earnings/statement';
import { earnerAccountsOf, type EarnerAccount } from '../../server/earnings/earnerAccounts';
import type { JournalEntry } from '../../server/journal/journal';
import { live } from '../../server/live';
import type { Order } from '../../server/orders/order';
import { mapPage, readPage } from '../../server/paging';
import type { Payout } from '../../server/payouts/payout';
import { payoutsOfEarner } from '../../server/payouts/payouts';
import { requestPayout } from '../../server/payouts/requesting';
import { payoutRow } from '../../server/payouts/rows';
import { shareableSum } from '../../server/payouts/shares';
import { existing, readShop, type ShopSettings } from '../../server/shop/settings';

type Wish = Input<typeof contract>;
type Asked<A extends Wish['action']> = Extract<Wish, { action: A }>;
type Call = Context & { readonly found: { readonly shop: ShopSettings | undefined } };
type Answer = Promise<Result<Output<typeof contract>, ErrorOf<typeof contract>>>;

export const handler = defineFunction(contract, {
  reads: () => ({ shop: readShop() }),
  run: (wish, context) => ACTIONS[wish.action](context, wish as never),
});

/** Everything is the caller's own: no action takes anybody’s id. */
const ACTIONS: {
  readonly [A in Wish['action']]: (context: Call, wish: Asked<A>) => Answer;
} = {
  read: async (context) =>
    ok(
      await balancesShown(
        context,
        await earnerAccountsOf(context.db).get(userOf(context.caller)._id),
      ),
    ),

  sales: async ({ caller, db }, { cursor }) => {
    const page = await readPage<Order>(db, salesOf(userOf(caller)._id), cursor);
    return ok({ view: 'sales', ...mapPage(page, saleRow) });
  },

  commissions: async ({ caller, db }, { cursor }) => {
    const page = await readPage<Order>(db, commissionsOf(userOf(caller)._id), cursor);
    return ok({ view: 'commissions', ...mapPage(page, commissionRow) });
  },

  statement: async ({ caller, db }, { cursor }) => {
    const { _id: earnerId } = userOf(caller);
    const page = await readPage<JournalEntry>(db, movementsOf(earnerId), cursor);
    const titles = await titlesOf(db, page.items);
    const row = (entry: JournalEntry) =>
      movementRow(entry, { earnerId, title: titles.get(entry.orderId ?? '') });
    return ok({ view: 'statement', ...mapPage(page, row) });
  },

  payouts: async ({ caller, db }, { cursor }) => {
    const page = await readPage<Payout>(db, payoutsOfEarner(userOf(caller)._id), cursor);
    return ok({ view: 'payouts', ...mapPage(page, payoutRow) });
  },

  setPayee: async (context, { payee }) => {
    const { caller, db, now } = context;
    const account = await earnerAccountsOf(db).get(userOf(caller)._id);
    const changed = await setPayee(context, { account, payee, now });
    return changed.ok ? ok(await balancesShown(context, changed.data)) : changed;
  },

  requestPayout: async (context, { requestId, amount }) => {
    const { _id: userId, nickname } = userOf(context.caller);
    const earner = { userId, nickname };
    const openid = openidOf(context.caller);
    const { now } = context;
    const asked = {
      requestId,
      earner,
      openid,
      amount,
      madeBy: earner,
      by: 'earner',
      now,
    } as const;
    const payout = await requestPayout(context, asked);
    return payout.ok ? ok({ view: 'payout', payout: payoutRow(payout.data) }) : payout;
  },
};

const balancesShown = async (context: Call, account: EarnerAccount) => {
  const { db, found, transfers, now } = context;
  const { affiliateShare } = existing(found.shop);
  const [pending, shareable] = await Promise.all([
    pendingOf(db, account._id),
    shareableSum(db, account, now),
  ]);
  const { methods } = transfers;
  return balancesOf(account, { pending, shareable, methods, affiliateShare, now });
};

export const main = live(handler);
