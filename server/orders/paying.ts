import type { Payment, Platform } from '../../shared/orders/contract';
import { fail, ok, type Result } from '../../shared/result';
import type { Database } from '../database';
import type { PaymentProvider, PrepayRequest } from '../payments';
import type { Ports } from '../ports';
import type { Missing } from './holds';
import { makePayable } from './opening';
import type { Order } from './order';
import { ordersOf, type Prepared } from './orders';

type Payer = {
  readonly clientIp: string;
  readonly now: number;
  /** Where they pay, where the phone says so. */
  readonly platform?: Platform | undefined;
  readonly loginCode?: string | undefined;
};

type Refusal = 'ORDER_NOT_PAYABLE' | 'PAYMENT_UNAVAILABLE' | 'PAYMENT_PROVIDER_BUSY';

type Payable = Pick<Ports, 'db' | 'pay' | 'log'>;

/**
 * What the phone needs to pay an open order: always the order's own number and amount, so that nobody can pay
 * for one order twice. Nothing is handed out once closing has begun.
 */
export const paymentFor = async (
  ports: Payable,
  order: Order,
  payer: Payer,
): Promise<Result<Payment, Refusal>> => {
  if (order.status !== 'pending') return fail('ORDER_NOT_PAYABLE');
  const prepared = await prepare(ports, order, payer);
  return prepared.ok ? keep(ports.db, order, prepared.data) : prepared;
};

/**
 * The same for an order that was opened just now. One that had to take hold of something becomes payable by the very
 * write that keeps what the phone needs, and does so without that, too, where none is to be had yet.
 */
export const firstPaymentFor = async (
  ports: Payable,
  order: Order,
  payer: Payer,
): Promise<Result<Payment, Refusal | Missing>> => {
  if (order.status !== 'reserving') return paymentFor(ports, order, payer);
  const prepared = await prepare(ports, order, payer);
  const kept = prepared.ok ? { prepared: prepared.data } : {};
  const made = await makePayable(ports, order, { now: payer.now, ...kept });
  if (!made.ok) return made;
  return prepared.ok ? keep(ports.db, made.data, prepared.data) : prepared;
};

/** Has the provider prepare the payment, where it did not do so before for as long as the order can be paid. */
const prepare = async (
  ports: Payable,
  order: Order,
  payer: Payer,
): Promise<Result<Prepared, Refusal>> => {
  if (payer.now >= order.expiresAt) return fail('ORDER_NOT_PAYABLE');
  const provider = order.payTo && ports.pay.named(order.payTo.provider);
  if (!provider) return fail('PAYMENT_UNAVAILABLE');
  if (provider.prepayLasts && order.prepay) return ok({ prepay: order.prepay });

  const answer = await provider.prepay(requestOf(order, payer));
  if (answer.kind !== 'ready') {
    ports.log({ level: 'warn', event: 'prepay failed', orderId: order._id, ...answer });
    return keptMeanwhile(ports, order, provider);
  }
  const { platform, now } = payer;
  return ok({ prepay: { payment: answer.payment, at: now }, ...(platform && { platform }) });
};

/** Keeps what the phone is given, unless the order has it already; says no where it cannot be paid any more. */
const keep = async (
  db: Database,
  order: Order,
  prepared: Prepared,
): Promise<Result<Payment, Refusal>> => {
  const { prepay } = prepared;
  const kept = order.prepay === prepay || (await ordersOf(db).keepPrepay(order, prepared));
  return kept ? ok(prepay.payment) : fail('ORDER_NOT_PAYABLE');
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
): Promise<Result<Prepared, Refusal>> => {
  const order = prepayLasts ? await ordersOf(db).get(_id) : undefined;
  return order?.prepay ? ok({ prepay: order.prepay }) : fail('PAYMENT_PROVIDER_BUSY');
};
