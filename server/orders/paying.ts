import type { Payment, Platform } from '../../shared/orders/contract';
import { fail, ok, type Result } from '../../shared/result';
import type { PaymentProvider, PrepayRequest } from '../payments';
import type { Ports } from '../ports';
import type { Order } from './order';
import { ordersOf } from './orders';

type Payer = {
  readonly clientIp: string;
  readonly now: number;
  /** Where they pay, where the phone says so. */
  readonly platform?: Platform | undefined;
  readonly loginCode?: string | undefined;
};

type Refusal = 'ORDER_NOT_PAYABLE' | 'PAYMENT_UNAVAILABLE' | 'PAYMENT_PROVIDER_BUSY';

/**
 * What the phone needs to pay an open order: always the order's own number and amount, so that nobody can pay
 * for one order twice. Nothing is handed out once closing has begun.
 */
export const paymentFor = async (
  ports: Pick<Ports, 'db' | 'pay' | 'log'>,
  order: Order,
  payer: Payer,
): Promise<Result<Payment, Refusal>> => {
  if (order.status !== 'pending' || payer.now >= order.expiresAt) return fail('ORDER_NOT_PAYABLE');
  const provider = order.payTo && ports.pay.named(order.payTo.provider);
  if (!provider) return fail('PAYMENT_UNAVAILABLE');
  if (provider.prepayLasts && order.prepay) return ok(order.prepay.payment);

  return prepay(ports, { order, payer, provider });
};

const prepay = async (
  ports: Pick<Ports, 'db' | 'log'>,
  { order, payer, provider }: { order: Order; payer: Payer; provider: PaymentProvider },
): Promise<Result<Payment, Refusal>> => {
  const answer = await provider.prepay(requestOf(order, payer));
  if (answer.kind !== 'ready') {
    ports.log({ level: 'warn', event: 'prepay failed', orderId: order._id, ...answer });
    return keptMeanwhile(ports, order, provider);
  }
  const { payment } = answer;
  const { platform } = payer;
  const kept = await ordersOf(ports.db).keepPrepay(order, {
    prepay: { payment, at: payer.now },
    ...(platform && { platform }),
  });
  return kept ? ok(payment) : fail('ORDER_NOT_PAYABLE');
};

const requestOf = (order: Order, { clientIp, loginCode }: Payer): PrepayRequest => ({
  orderId: order._id,
  amount: order.payable,
  listPrice: order.listPrice,
  title: order.item.title,
  productId: order.item.id,
  openid: order.openid,
  clientIp,
  expiresAt: order.expiresAt,
  toBeShared: order.sharePercent !== undefined,
  ...(loginCode !== undefined && { loginCode }),
});

/** WeChat may refuse the second of two equal requests; what the first was given is just as good. */
const keptMeanwhile = async (
  { db }: Pick<Ports, 'db'>,
  { _id }: Order,
  { prepayLasts }: PaymentProvider,
): Promise<Result<Payment, Refusal>> => {
  const order = prepayLasts ? await ordersOf(db).get(_id) : undefined;
  return order?.prepay ? ok(order.prepay.payment) : fail('PAYMENT_PROVIDER_BUSY');
};
