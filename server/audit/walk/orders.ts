import { holderOf } from '../../access/holder';
import type { User } from '../../accounts/user';
import { many, oneOf } from '../../database';
import type { Difference } from '../../differences/difference';
import type { JournalEntry } from '../../journal/journal';
import type { MemberStudy } from '../../learning/memberStudy';
import type { Claim } from '../../offers/claim';
import type { Order } from '../../orders/order';
import type { Proposal } from '../../proposals/proposal';
import type { Refund } from '../../refunds/refund';
import type { Violation } from '../check';
import { auditOrder } from '../order';
import { lastChangeOf, type OrderCase } from '../order/orderCase';
import { auditShape } from '../shape';
import { belongingTo, isQuiet, MOST, stageOf, whole, type Ground } from './stage';

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** All that belongs to a page of orders, in one round trip. */
const besideOrders = async ({ db }: Ground, orders: readonly Order[]) => {
  const ids = orders.map(({ _id }) => _id);
  const holders = [...new Set(orders.map(holderOf).filter(isThere))];
  const proposals = orders.flatMap(({ granted, revoked }) => [granted, revoked].filter(isThere));
  const memberships = orders.filter(({ item }) => item.kind === 'membership').map(({ _id }) => _id);
  const found = await db.together({
    refunds: belongingTo<Refund>('refunds', 'orderId', ids),
    entries: belongingTo<JournalEntry>('journal', 'orderId', ids),
    differences: belongingTo<Difference>('differences', 'orderId', ids),
    holders: many<User>('users', { _id: oneOf(holders) }, { limit: MOST, fields: ['rights'] }),
    claims: belongingTo<Claim>(
      'couponClaims',
      '_id',
      orders.map(({ coupon }) => coupon?.claimId).filter(isThere),
    ),
    studies: belongingTo<MemberStudy>('memberStudy', 'orderId', memberships),
    proposals: belongingTo<Proposal>(
      'proposals',
      '_id',
      proposals.map(({ proposalId }) => proposalId),
    ),
  });
  whole(found.refunds);
  whole(found.entries);
  whole(found.differences);
  whole(found.studies);
  return found;
};

type Beside = Awaited<ReturnType<typeof besideOrders>>;

const caseOf = (order: Order, beside: Beside): OrderCase => {
  const ofOrder = ({ orderId }: { readonly orderId?: string }) => orderId === order._id;
  const holder = beside.holders.find(({ _id }) => _id === holderOf(order));
  return {
    order,
    refunds: beside.refunds.filter(ofOrder),
    entries: beside.entries.filter(ofOrder),
    differences: beside.differences.filter((each) => ofOrder(each) && each.status === 'open'),
    studies: beside.studies.filter(ofOrder),
    claim: beside.claims.find(({ _id }) => _id === order.coupon?.claimId) ?? null,
    approvals: beside.proposals.filter(({ status }) => status === 'approved').map(({ _id }) => _id),
    ...(holder && { holder }),
  };
};

const auditPage = async (ground: Ground, orders: readonly Order[]): Promise<Violation[]> => {
  const beside = await besideOrders(ground, orders);
  return orders.flatMap((order) => {
    const file = caseOf(order, beside);
    const moment = { now: ground.now, quiet: isQuiet(lastChangeOf(file), ground.now) };
    return [...auditShape('orders', order), ...auditOrder(file, moment)];
  });
};

/** Every order with its refunds, entries, right, coupon and differences. */
export const ORDERS = stageOf<Order>({ collection: 'orders', size: 100, audit: auditPage });
