import { standingSources } from '../../../shared/access/rights';
import { fail, ok, type Result } from '../../../shared/result';
import { grant, setGrant } from '../../access/grants';
import type { User } from '../../accounts/user';
import { userById } from '../../accounts/users';
import type { Course } from '../../catalogue/course';
import { one } from '../../database';
import { ordersIn, ordersOf } from '../../orders/orders';
import type { Order } from '../../orders/order';
import { readShop, type ShopSettings } from '../../shop/settings';
import type { About, Effect, EffectCase, ProposedAs, Remedial, Remedy } from '../remedy';
import { grantedOrder, type Given } from './grantedOrder';

type Refusal = 'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE';
type Grant = ProposedAs<'grantAccess'>;

type Stock = { readonly course: Course | undefined; readonly settings: ShopSettings | undefined };

/** What is to be given, as the shop has it now. */
const givenOf = (item: Grant['item'], { course, settings }: Stock): Given | undefined => {
  if (item.kind === 'course') {
    if (!course || course.status === 'removed') return undefined;
    const { title, teacherId, cover } = course;
    return { item: { ...item, title, ...(cover && { cover }) }, teacherId };
  }
  const plan = settings?.plans.find(({ planId }) => planId === item.id);
  return plan && { item: { ...item, title: plan.name }, teacherId: '', days: plan.days };
};

const ownsAlready = ({ rights }: User, { kind, id }: Grant['item']): boolean =>
  kind === 'course' && standingSources(rights, id).length > 0;

const aboutGrant = async (
  { db }: Remedial,
  { userId, item }: Grant,
): Promise<Result<About, Refusal>> => {
  const { user, ...stock } = await db.together({
    user: userById(userId),
    course: one<Course>('courses', { _id: item.id }),
    settings: readShop(),
  });
  const given = givenOf(item, stock);
  if (!user || user.erasedAt !== undefined || !given) return fail('NOT_FOUND');
  if (ownsAlready(user, item)) return fail('PROPOSAL_NOT_POSSIBLE');
  const summary = `把《${given.item.title}》赠予 ${user.nickname}`;
  return ok({ subject: `${userId}:${item.kind}:${item.id}`, summary });
};

const giveAccess = async ({
  tx,
  ports,
  proposal,
  proposed: { userId, item },
  now,
}: EffectCase<'grantAccess'>): Promise<Effect> => {
  const user = await tx.get<User>('users', userId);
  const course = await tx.get<Course>('courses', item.id);
  const settings = await tx.get<ShopSettings>('settings', 'shop');
  const given = givenOf(item, { course, settings });
  if (!user || user.erasedAt !== undefined || !given) return fail('NOT_FOUND');
  if (ownsAlready(user, item)) return fail('PROPOSAL_NOT_POSSIBLE');
  const order = grantedOrder(ports.ids, { user, given, proposal, now });
  await ordersIn(tx).insert(order);
  await grant(tx, order, now);
  return ok(null);
};

/** Only what cost nothing can be taken back; what was paid for is refunded instead. */
const isRevocable = (order: Order | undefined): order is Order =>
  order?.status === 'paid' && order.paid?.amount === 0 && order.revoked === undefined;

const aboutRevoke = async (
  { db }: Remedial,
  { orderId }: ProposedAs<'revokeAccess'>,
): Promise<Result<About, Refusal>> => {
  const order = await ordersOf(db).get(orderId);
  if (!order) return fail('NOT_FOUND');
  if (!isRevocable(order)) return fail('PROPOSAL_NOT_POSSIBLE');
  return ok({
    subject: orderId,
    orderId,
    summary: `收回 ${order.buyer} 的《${order.item.title}》`,
  });
};

const takeAccess = async ({
  tx,
  proposal,
  proposed,
  now,
}: EffectCase<'revokeAccess'>): Promise<Effect> => {
  const order = await ordersIn(tx).get(proposed.orderId);
  if (!isRevocable(order)) return fail('PROPOSAL_NOT_POSSIBLE');
  await ordersIn(tx).amend(order, {
    set: { revoked: { proposalId: proposal._id, at: now }, todoAt: now },
    append: { todo: ['countLearners', 'tellBuyerRevoked'] },
  });
  await setGrant(tx, order, 'revoked');
  return ok(null);
};

/** What admins give and take of rights. */
export const ACCESS_REMEDIES: {
  readonly [K in 'grantAccess' | 'revokeAccess']: Remedy<K>;
} = {
  grantAccess: { about: aboutGrant, effect: giveAccess },
  revokeAccess: { about: aboutRevoke, effect: takeAccess },
};
