import type { Order } from '../../../server/orders/order';
import { ADMINS, TEACHER } from './cast';
import type { Story } from './buying';
import type { Phone } from './phone';
import type { Act } from './script';

/** An order of one's own that was paid; any order when none was. */
const orderToReturn = (phone: Phone, { details }: Act): Order | undefined => {
  const orders = phone.stage.ordersOf(phone.openid);
  const paid = orders.filter((order) => order.paid);
  const choice = paid.length > 0 ? paid : orders;
  return choice[Math.floor((details[3] ?? 0) * choice.length)];
};

const requestIdOf = ({ at }: Act): string => `refund${at}`;

const wishOf = (phone: Phone, act: Act) => {
  const order = orderToReturn(phone, act);
  return order && { requestId: requestIdOf(act), orderId: order._id, reason: '不想学了', order };
};

const partOf = (order: Order, roll: number): number =>
  Math.max(1, Math.floor((order.paid?.amount ?? 1) * (0.1 + roll * 0.8)));

const refund: Story = async (phone, act) => {
  const wish = wishOf(phone, act);
  if (!wish) return;
  const { order: _order, ...event } = wish;
  await phone.call('refund', event);
};

const refundPart: Story = async (phone, act) => {
  const wish = wishOf(phone, act);
  if (!wish) return;
  const { order, ...event } = wish;
  await phone.call('refund', { ...event, amount: partOf(order, act.details[4] ?? 0) });
};

/** Two refunds of one order at the same moment: the same request, or two parts that may be too much together. */
const refundTwice: Story = async (phone, act) => {
  const wish = wishOf(phone, act);
  if (!wish) return;
  const { order, ...event } = wish;
  const other = (act.details[0] ?? 0) < 0.5 ? event.requestId : `${event.requestId}b`;
  const amount = partOf(order, act.details[4] ?? 0);
  await Promise.all([
    phone.call('refund', { ...event, amount }),
    phone.call('refund', { ...event, amount, requestId: other }),
  ]);
};

/** Two phones of one person: one asks for the money back while the other opens a lesson (X24). */
const refundWhileStudying: Story = async (phone, act) => {
  const wish = wishOf(phone, act);
  if (!wish) return;
  const { order, ...event } = wish;
  const lessonId = order.item.id.replace('crs', 'lsn');
  await Promise.all([phone.call('refund', event), phone.call('openLesson', { lessonId })]);
};

/** The teacher and an admin decide on what waits, each in their own way, at the same moment. */
const review: Story = async (phone, { details }) => {
  const { stage } = phone;
  const waiting = stage.documents('refunds').filter(({ status }) => status === 'requested');
  const refund = waiting[0];
  if (!refund) return;
  const deciders = [TEACHER, ...ADMINS].filter((_, at) => (details[at] ?? 0) < 0.6);
  await Promise.all(
    deciders.map(
      (openid, at) =>
        stage.call(
          'reviewRefund',
          { refundId: refund._id, decision: (details[3 + at] ?? 0) < 0.6 ? 'approve' : 'reject' },
          { openid, source: 'wx_client' },
        ).ended,
    ),
  );
};

/** Somebody refunds by hand in the merchant console. */
const consoleRefund: Story = async (phone, act) => {
  const { stage } = phone;
  const paid = stage.documents('orders').filter(({ payTo, paid: facts }) => payTo && facts);
  const order = paid[Math.floor((act.details[0] ?? 0) * paid.length)];
  const share = (act.details[1] ?? 0) < 0.5 ? 1 : (act.details[2] ?? 0.5);
  if (order) await stage.doAtOnce(() => stage.provider.refundByConsole(order._id, share));
};

export const RETURNING = {
  refund,
  refundPart,
  refundTwice,
  refundWhileStudying,
  review,
  consoleRefund,
} satisfies Record<string, Story>;
