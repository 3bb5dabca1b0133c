import type { OrderRow } from '../../../shared/orders/contract';
import { call } from '../../lib/call';
import { openPage, pages } from '../../lib/navigate';
import { isPaid, resumeOrder } from '../../lib/pay';
import { askFirst, say, sayWhy } from '../../lib/say';
import { openBought } from './openBought';
import { payNow } from './payNow';

export type OrderAction = OrderRow['actions'][number];
/** Whether the page that asked is still there, or another has taken its place. */
type Where = 'here' | 'elsewhere';
type Order = Pick<OrderRow, 'orderId' | 'item'>;

const pay = async ({ orderId }: Order): Promise<Where> => {
  const reply = await resumeOrder(orderId);
  if (!reply.ok) {
    sayWhy(reply);
    return 'here';
  }
  await payNow(orderId, reply.data.payment);
  return 'elsewhere';
};

const cancel = async ({ orderId }: Order): Promise<Where> => {
  const sure = await askFirst('取消后名额和优惠会释放，确定取消吗？', {
    yes: '取消订单',
    no: '再想想',
  });
  if (!sure) return 'here';
  const reply = await call('cancelOrder', { orderId });
  if (!reply.ok) sayWhy(reply);
  else say(isPaid(reply.data.status) ? '这笔订单已经付款成功' : '订单已取消');
  return 'here';
};

/** What each button of an order does. Whether it may be done is the server's word, before and after. */
const deeds: Record<OrderAction, (order: Order) => Promise<Where> | void> = {
  pay,
  cancel,
  refund: ({ orderId }) => openPage(pages.refund, { orderId }),
  study: ({ item }) => openBought(item),
  buyAgain: ({ item }) => openBought(item),
};

/** Does one of an order's actions and tells the person what came of it. Still `here`, the caller reads the order anew. */
export const actOnOrder = async (action: OrderAction, order: Order): Promise<Where> =>
  (await deeds[action](order)) ?? 'here';
