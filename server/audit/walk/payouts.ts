import { many, oneOf } from '../../database';
import { newAccount, type TeacherAccount } from '../../earnings/teacherAccounts';
import type { JournalEntry } from '../../journal/journal';
import type { Order } from '../../orders/order';
import type { Payout } from '../../payouts/payout';
import { PAYOUTS_UNDER_WAY } from '../../../shared/payouts/machine';
import type { Violation } from '../check';
import { auditPayout, type PayoutOrder } from '../payout';
import { auditShape } from '../shape';
import { auditTeacher } from '../teacher';
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
  accounts: readonly TeacherAccount[],
  { balances: folded }: Place,
): Promise<Violation[]> => {
  const balances = await balancesNow(ground, folded);
  const payouts = whole(await payoutsUnderWay(ground));
  return accounts.flatMap((account) => {
    const own = payouts.filter(({ teacher }) => teacher.userId === account._id);
    return auditTeacher({ account, balances, payouts: own }, { now: ground.now, quiet: true });
  });
};

/** What is kept of teachers' money, against the journal. */
export const TEACHERS = stageOf<TeacherAccount>({
  collection: 'teacherAccounts',
  size: 100,
  audit: async (ground, accounts, place) => [
    ...accounts.flatMap((account) => auditShape('teacherAccounts', account)),
    ...(await auditAccounts(ground, accounts, place)),
  ],
});

/** The same for teachers of whom nothing is kept: then the journal has nothing that should be. */
export const auditUnkept = async (
  ground: Ground,
  teacherIds: readonly string[],
  place: Place,
): Promise<Violation[]> => {
  const kept = await readMany(
    ground,
    belongingTo<TeacherAccount>('teacherAccounts', '_id', teacherIds),
  );
  const known = new Set(kept.map(({ _id }) => _id));
  return auditAccounts(ground, teacherIds.filter((id) => !known.has(id)).map(newAccount), place);
};
