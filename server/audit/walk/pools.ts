import { above, many, oneOf } from '../../database';
import type { Claim } from '../../offers/claim';
import type { Order } from '../../orders/order';
import type { Pool } from '../../pools/pool';
import { auditClaim, holderOfClaim } from '../claim';
import { auditSeats, SEATED_STATUSES } from '../course';
import { auditShape } from '../shape';
import { belongingTo, isQuiet, MOST, readMany, stageOf, type Ground } from './stage';

const FIELDS = ['status', 'seat', 'history', 'createdAt', 'item.id'];

/** So many orders at a time. */
const PAGE = 300;

/** Every order of some courses that may hold a seat. */
const seated = async (ground: Ground, courseIds: readonly string[]): Promise<Order[]> => {
  const orders: Order[] = [];
  for (let after = ''; ; after = orders.at(-1)?._id ?? '') {
    const where = {
      'item.id': oneOf(courseIds),
      status: oneOf(SEATED_STATUSES),
      _id: above(after),
    };
    const options = { orderBy: [['_id', 'asc']], limit: PAGE, fields: FIELDS } as const;
    const page = await readMany(ground, many<Order>('orders', where, options));
    orders.push(...page);
    if (page.length < PAGE) return orders;
  }
};

const orderIn = (token: string): string => token.split('#')[0] ?? '';

/** The orders that hold a seat nobody knows why; they may just be giving it back. */
const strangers = async (
  ground: Ground,
  pools: readonly Pool[],
  known: readonly Order[],
): Promise<Order[]> => {
  const ids = new Set(known.map(({ _id }) => _id));
  const unknown = pools.flatMap(({ holders }) => holders.map(orderIn)).filter((id) => !ids.has(id));
  if (unknown.length === 0) return [];
  const options = { limit: PAGE, fields: FIELDS };
  return readMany(ground, many<Order>('orders', { _id: oneOf(unknown.slice(0, PAGE)) }, options));
};

const lastChange = ({ history, createdAt }: Order): number => history.at(-1)?.at ?? createdAt;

/** Every course with limited places. */
export const SEATS = stageOf<Pool>({
  collection: 'seatPools',
  size: 10,
  audit: async (ground, pools) => {
    const known = await seated(
      ground,
      pools.map(({ _id }) => _id),
    );
    const orders = [...known, ...(await strangers(ground, pools, known))];
    const busy = orders.filter((order) => !isQuiet(lastChange(order), ground.now));
    const ids = new Set(busy.map(({ _id }) => _id));
    return pools.flatMap((pool) => {
      const own = orders.filter(({ item }) => item.id === pool._id);
      const file = { pool, orders: own, busy: ids };
      return [
        ...auditShape('seatPools', pool),
        ...auditSeats(file, { now: ground.now, quiet: true }),
      ];
    });
  },
});

/** Every claim on a coupon, with the order that has it and its piece of the stock. */
export const CLAIMS = stageOf<Claim>({
  collection: 'couponClaims',
  size: 100,
  audit: async (ground, claims) => {
    const couponIds = claims.map(({ couponId }) => couponId);
    const { orders, pools } = await ground.db.together({
      orders: many<Order>(
        'orders',
        { _id: oneOf([...new Set(claims.map(holderOfClaim))]) },
        { limit: MOST, fields: ['status', 'history', 'createdAt', 'coupon'] },
      ),
      pools: belongingTo<Pool>('couponPools', '_id', couponIds),
    });
    return claims.flatMap((claim) => {
      const order = orders.find(({ _id }) => _id === holderOfClaim(claim));
      const pool = pools.find(({ _id }) => _id === claim.couponId);
      const last = Math.max(claim.claimedAt, order ? lastChange(order) : 0);
      return [
        ...auditShape('couponClaims', claim),
        ...auditClaim(
          { claim, ...(order && { order }), ...(pool && { pool }) },
          { now: ground.now, quiet: isQuiet(last, ground.now) },
        ),
      ];
    });
  },
});
