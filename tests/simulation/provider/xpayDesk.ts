import { fromBeijingStamp } from '../../../emulator/beijing';
import { billOf } from './bills';
import type { OrderBook, Payment, ProviderRefund, RefundState } from './orderBook';
import type { ProviderWorld } from './world';

type Request = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;
/** `base` is the address of the world. */
type Method = (request: Request, world: ProviderWorld, base: string) => Answer;

/** A wrong parameter, which an order nobody knows is, too. */
const BAD_PARAMS = { errcode: 268490002, errmsg: 'params error' };
const UNDER_WAY = { errcode: 268490014, errmsg: 'refund is under way' };
const WRONG_LEFT_FEE = { errcode: 268490016, errmsg: 'left_fee' };
const SYSTEM_ERROR = { errcode: -1, errmsg: 'system error' };

/** Where bills lie, below the address of a world. */
const BILLS = '/bills/';

const LAG_MS = 90_000;
const REFUND_STATUS: Readonly<Record<RefundState, number>> = {
  PROCESSING: 9,
  SUCCESS: 5,
  CHANGE: 7,
  REFUNDCLOSE: 7,
};

const queryOrder: Method = (request, world) => {
  const number = String(request['order_id']);
  const { book } = world;
  const refund = book.refunds.get(number);
  if (refund) return refundAnswer(refund, world);
  const payment = book.payments.get(number);
  if (payment?.channel !== 'virtualPay') return BAD_PARAMS;
  return { errcode: 0, order: orderFields(payment, world) };
};

const refundAnswer = (refund: ProviderRefund, { fortune, now }: ProviderWorld): Answer => {
  const { number, acceptedAt, amount, state } = refund;
  if (now() - acceptedAt < LAG_MS && fortune.strikes('refundQueryLags', number)) return BAD_PARAMS;
  const back = fortune.strikes('refundStateGoesBack', number);
  const status = REFUND_STATUS[back ? 'PROCESSING' : state];
  return { errcode: 0, order: { order_id: number, order_type: 1, status, refund_fee: amount } };
};

const orderFields = (payment: Payment, { fortune, now, book }: ProviderWorld): Answer => {
  const { orderId, transactions, amount } = payment;
  const [first] = transactions;
  const base = { order_id: orderId, order_type: 0, env_type: 1, order_fee: amount };
  const lags = first && now() - first.at < LAG_MS && fortune.strikes('queryLags', orderId);
  if (!first || lags) return { ...base, status: payment.state === 'CLOSED' ? 6 : 1 };
  const wasRefunded = book.refundsOf(orderId).some(({ state }) => state === 'SUCCESS');
  // The paid order's own state is not monotone: refunded goes back to delivered (V7).
  const goesBack = wasRefunded && fortune.strikes('refundStateGoesBack', orderId);
  return {
    ...base,
    env_type: first.merchant === payment.merchant ? 1 : 2,
    status: wasRefunded && !goesBack ? 5 : 4,
    paid_fee: first.amount,
    left_fee: book.left(orderId),
    paid_time: Math.floor(first.at / 1000),
    wxpay_order_id: first.id,
  };
};

const refundOrder: Method = (request, { book, now, refundTaken }) => {
  const orderId = String(request['order_id']);
  const number = String(request['refund_order_id']);
  const amount = Number(request['refund_fee']);
  const payment = book.payments.get(orderId);
  if (payment?.channel !== 'virtualPay' || payment.transactions.length === 0) return BAD_PARAMS;
  const known = book.refunds.get(number);
  if (known) return known.amount === amount ? UNDER_WAY : BAD_PARAMS;
  const problem = refundProblem(book, { orderId, amount, left: Number(request['left_fee']) });
  if (problem) return problem;
  const acceptedAt = now();
  book.refunds.set(number, {
    number,
    orderId,
    amount,
    by: 'api',
    acceptedAt,
    state: 'PROCESSING',
    fate: [],
  });
  refundTaken(number);
  return { errcode: 0, refund_order_id: number };
};

const refundProblem = (
  book: OrderBook,
  { orderId, amount, left }: { orderId: string; amount: number; left: number },
): Answer | undefined => {
  if (left !== book.left(orderId)) return WRONG_LEFT_FEE;
  return amount > book.left(orderId) ? BAD_PARAMS : undefined;
};

const billAt = (stamp: string, { book, now }: ProviderWorld): string | undefined =>
  billOf(book, { channel: 'virtualPay', day: fromBeijingStamp(stamp), now: now() });

/** The first call has a bill made, later ones give a link to it. */
const downloadBill: Method = (request, world, base) => {
  const stamp = String(request['begin_ds']);
  const { billsAskedFor } = world.book;
  const isMade = billsAskedFor.has(stamp) && billAt(stamp, world) !== undefined;
  billsAskedFor.add(stamp);
  return { errcode: 0, url: isMade ? `${base}${BILLS}${stamp}` : '' };
};

const METHODS: Readonly<Record<string, Method>> = {
  query_order: queryOrder,
  refund_order: refundOrder,
  notify_provide_goods: () => ({ errcode: 0 }),
  download_bill: downloadBill,
};

/** `xpay_goods_deliver_notify`: it names neither merchant nor amount that anyone may believe. */
export const deliverEvent = ({ orderId, openid }: Payment): Answer => ({
  Event: 'xpay_goods_deliver_notify',
  OpenId: openid,
  OutTradeNo: orderId,
  Env: 0,
});

/** `xpay_refund_notify`: a refund of ours or, without our number, one begun elsewhere. */
export const refundPush = (refund: ProviderRefund): Answer => ({
  Event: 'xpay_refund_notify',
  MchOrderId: refund.orderId,
  MchRefundId: refund.by === 'api' ? refund.number : '',
  WxRefundId: refund.number,
  RefundFee: refund.amount,
  RetCode: refund.state === 'SUCCESS' ? 0 : 1,
});

/** WeChat's HTTP interfaces behind `fetch`: `base` names the world that a call belongs to. */
export class XpayNetwork {
  private readonly worlds = new Map<string, ProviderWorld>();
  private opened = 0;

  /** The address of a world; calls that go there are its own. */
  open(world: ProviderWorld): string {
    this.opened += 1;
    const base = `xpay://${this.opened}`;
    this.worlds.set(base, world);
    return base;
  }

  /** Forgets every world, when a schedule is over. */
  close(): void {
    this.worlds.clear();
  }

  /** What `fetch` answers. */
  readonly fetch = async (url: string, init?: { readonly body?: string }): Promise<Reply> => {
    const [, base = '', path = ''] = /^(xpay:\/\/\d+)(\/[^?]*)/.exec(url) ?? [];
    if (path === '/cgi-bin/stable_token') return reply({ access_token: 't', expires_in: 1e9 });
    const world = this.worlds.get(base);
    if (!world) throw new Error(`a call to nowhere: ${url}`);
    if (path === '/sns/jscode2session') return world.io('xpay.session', () => session(url));
    if (path.startsWith(BILLS)) {
      return world.io('xpay.bill', () => file(billAt(path.slice(BILLS.length), world)));
    }
    const sent = { name: path.slice('/xpay/'.length), body: init?.body ?? '{}', base };
    return world.io(`xpay.${sent.name}`, () => call(sent, world));
  };
}

type Reply = {
  readonly ok: boolean;
  readonly status: number;
  readonly json: () => Promise<unknown>;
  readonly text: () => Promise<string>;
};

const reply = (answer: unknown): Reply => ({
  ok: true,
  status: 200,
  json: () => Promise.resolve(answer),
  text: () => Promise.resolve(JSON.stringify(answer)),
});

/** A file behind a link. */
const file = (text: string | undefined): Reply => ({
  ...reply(undefined),
  ...(text === undefined && { ok: false, status: 404 }),
  text: () => Promise.resolve(text ?? ''),
});

/** A login code of this network is `login-` and the openid it stands for. */
const session = (url: string): Reply => {
  const openid = new URL(url).searchParams.get('js_code')?.slice('login-'.length) ?? '';
  return reply({ openid, session_key: `session-of-${openid}` });
};

type Sent = { readonly name: string; readonly body: string; readonly base: string };

const call = ({ name, body, base }: Sent, world: ProviderWorld): Reply => {
  const request = JSON.parse(body) as Request;
  const subject = request['refund_order_id'] ?? request['order_id'] ?? request['begin_ds'];
  const about = `${name}/${String(subject)}`;
  if (world.fortune.strikes('transportFails', about)) throw new Error('fetch failed');
  if (world.fortune.strikes('failWithCodeZero', about)) return reply(SYSTEM_ERROR);
  const answer = METHODS[name]?.(request, world, base) ?? BAD_PARAMS;
  if (world.fortune.strikes('acceptedThenError', about)) throw new Error('fetch failed');
  return reply(answer);
};
