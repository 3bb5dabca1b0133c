import { HttpError, json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import type { OrderBook } from '../pay/orderBook';
import type { Notifier } from '../pay/notifier';
import type { OutsideRefunds } from '../pay/outsideRefunds';
import type { Payer, PayRequest } from '../pay/payer';
import type { Payment } from '../pay/payment';
import { limitOf } from './limit';

export interface PayRouteParts {
  payer: Payer;
  book: OrderBook;
  notifier: Notifier;
  outsideRefunds: OutsideRefunds;
}

const DEFAULT_PAYMENTS = 100;

/** The cashier: what the payer and WeChat Pay do. */
export function payRoutes(parts: PayRouteParts): Route[] {
  return [
    {
      method: 'GET',
      path: '/_local/pay/by-prepay/:prepayId',
      handle: ({ params }) => bill(parts.payer.orderByPrepay(params['prepayId'] ?? '')),
    },
    {
      method: 'GET',
      path: '/_local/pay/:orderId',
      handle: ({ params }) => bill(parts.payer.order(params['orderId'] ?? '')),
    },
    { method: 'POST', path: '/_local/pay/:orderId', handle: (exchange) => act(exchange, parts) },
    {
      method: 'POST',
      path: '/_local/pay/:orderId/refund',
      handle: (exchange) => refundOutside(exchange, parts),
    },
    {
      method: 'GET',
      path: '/_local/payments',
      handle: (exchange) => json({ payments: list(parts, limitOf(exchange, DEFAULT_PAYMENTS)) }),
    },
  ];
}

function bill({ outTradeNo, description, amount, state, channel }: Payment): Reply {
  return json({ outTradeNo, description, amount, state, channel });
}

type PayerAction = (outTradeNo: string, request: PayRequest, payer: Payer) => unknown;

const PAYER_ACTIONS: Record<string, PayerAction> = {
  pay: (outTradeNo, request, payer) => payer.pay(outTradeNo, request),
  cancel: (outTradeNo, _request, payer) => payer.cancel(outTradeNo),
  repeat: (outTradeNo, request, payer) => payer.repeatCallback(outTradeNo, request.callbacks),
};

async function act(exchange: Exchange, { payer }: PayRouteParts): Promise<Reply> {
  const body = await readJson(exchange);
  const action = PAYER_ACTIONS[String(body['action'])];
  if (!action) throw new HttpError(400, 'action must be pay, cancel or repeat');
  const amount = count(body, 'amount');
  const request: PayRequest = {
    callbacks: count(body, 'callbacks') ?? 1,
    delayMs: count(body, 'delayMs') ?? 0,
    ...(amount !== undefined && { amount }),
  };
  return json(await action(exchange.params['orderId'] ?? '', request, payer));
}

/** A refund from the merchant console (`by: "console"`, some `amount`) or by Apple (`by: "apple"`, `approve`). */
async function refundOutside(
  exchange: Exchange,
  { outsideRefunds }: PayRouteParts,
): Promise<Reply> {
  const body = await readJson(exchange);
  const orderId = exchange.params['orderId'] ?? '';
  if (body['by'] === 'apple')
    return json(await outsideRefunds.byApple(orderId, body['approve'] !== false));
  if (body['by'] === 'console')
    return json(outsideRefunds.byConsole(orderId, count(body, 'amount')));
  throw new HttpError(400, 'by must be console or apple');
}

/** Newest first, each with its refunds and messages. */
function list({ book, notifier }: PayRouteParts, limit: number) {
  return book
    .all()
    .slice(-limit)
    .reverse()
    .map((payment) => ({
      ...payment,
      refunds: book.refundsOf(payment.outTradeNo),
      notifications: notifier.of(payment.outTradeNo),
    }));
}

function count(body: Record<string, unknown>, name: string): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new HttpError(400, `${name} must be a whole number of at least 0`);
}
