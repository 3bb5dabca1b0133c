import { many, oneOf } from '../../database';
import { newAccount, type EarnerAccount } from '../../earnings/earnerAccounts';
import type { JournalEntry } from '../../journal/journal';
import type { Order } from '../../orders/order';
import type { Payout } from '../../payouts/payout';
import { PAYOUTS_UNDER_WAY } from '../../../shared/payouts/machine';
import type { Violation } from '../check';
import { auditPayout, type PayoutOrder } from '../payout';
import { auditShape } from '../shape';
import { auditEarner } from '../earner';
import { balancesNow } from './journal';
import { belongingTo, MOST, readMany, stageOf, whole, type Ground, type Place } from './stage';

/** Every payout with its entries. */
export const PAYOUTS = stageOf<Payout>({
  collection: 'payouts',
  size: 100,
  audit: async (ground, payouts) => {
    const ids = payouts.map(({ _id }) => _id);
    const entries = await readMany(ground, belongingTo<JournalEntry>('journal', 'payoutId', ids));
    const orders = await ordersSharedBy(ground, payouts);
    return payouts.flatMap((payout) => {
      const own = whole(entries).filter(({ payoutId }) => payoutId === payout._id);
      return [
        ...auditShape('payouts', payout),
        ...auditPayout({ payout, entries: own, orders }, { now: ground.now, quiet: true }),
      ];
    });
  },
});

/** The orders that payouts are shared out of. */
const ordersSharedBy = async (
  ground: Ground,
  payouts: readonly Payout[],
): Promise<readonly PayoutOrder[]> => {
  const ids = payouts.flatMap(({ shares = [] }) => shares.map(({ orderId }) => orderId));
  if (ids.length === 0) return [];
  const fields = ['teacherId', 'paid', 'sharePercent', 'sharedBy'];
  const where = { _id: oneOf([...new Set(ids)]) };
  return whole(await readMany(ground, many<Order>('orders', where, { limit: MOST, fields })));
};

/** Every payout under way; there are never many. */
export const payoutsUnderWay = (ground: Ground): Promise<Payout[]> =>
  readMany(ground, many<Payout>('payouts', { status: oneOf(PAYOUTS_UNDER_WAY) }, { limit: MOST }));

const auditAccounts = async (
  ground: Ground,
  accounts: readonly EarnerAccount[],
  { balances: folded }: Place,
): Promise<Violation[]> => {
  const balances = await balancesNow(ground, folded);
  const payouts = whole(await payoutsUnderWay(ground));
  return accounts.flatMap((account) => {
    const own = payouts.filter(({ earner }) => earner.userId === account._id);
    return auditEarner({ account, balances, payouts: own }, { now: ground.now, quiet: true });
  });
};

/** What is kept of earners’ money, against the journal. */
export const EARNERS = stageOf<EarnerAccount>({
  collection: 'earnerAccounts',
  size: 100,
  audit: async (ground, accounts, place) => [
    ...accounts.flatMap((account) => auditShape('earnerAccounts', account)),
    ...(await auditAccounts(ground, accounts, place)),
  ],
});

/** The same for earners of whom nothing is kept: then the journal has nothing that should be. */
export const auditUnkept = async (
  ground: Ground,
  earnerIds: readonly string[],
  place: Place,
): Promise<Violation[]> => {
  const kept = await readMany(
    ground,
    belongingTo<EarnerAccount>('earnerAccounts', '_id', earnerIds),
  );
  const known = new Set(kept.map(({ _id }) => _id));
  return auditAccounts(ground, earnerIds.filter((id) => !known.has(id)).map(newAccount), place);
};
