import type { Line } from '../../shared/ledger/accounts';
import { fen } from '../../shared/money';
import type { Rights } from '../../shared/access/rights';
import type { JournalEntry } from '../../server/journal/journal';
import { newOrder } from '../../server/orders/newOrder';
import type { HistoryLine, Order } from '../../server/orders/order';
import type { Refund, RefundLine } from '../../server/refunds/refund';
import type { MoneyDocuments } from '../../server/audit/documents';

/** The same with nothing read-only any more, to be spoilt by a test. */
export type Draft<T> = T extends string | number | boolean | undefined
  ? T
  : T extends (infer Each)[] | readonly (infer Each)[]
    ? Draft<Each>[]
    : T extends object
      ? { -readonly [K in keyof T]: Draft<T[K]> }
      : T;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When everything in the shop happened; by `NOW` nothing has been under way for two days. */
export const BEGUN = Date.parse('2026-06-01T10:00:00+08:00');
export const NOW = BEGUN + 3 * DAY;

type Wish = { orderId: string; userId: string; seat?: boolean; days?: number };

const anOrder = ({ orderId, userId, seat, days }: Wish): Order =>
  newOrder({
    orderId,
    requestId: `req_${orderId}`,
    buyer: { userId, openid: `o_${userId}`, nickname: userId, source: 'wx_client' },
    quote: {
      item: days
        ? { kind: 'membership', id: 'year', title: '年度会员' }
        : { kind: 'course', id: seat ? 'crs_seats' : 'crs_open', title: '摄影' },
      teacherId: days ? '' : 'usr_teacher',
      listPrice: fen(10_001),
      prices: [],
      ...(seat && { seatCap: 10 }),
      ...(days && { days }),
    },
    agreed: { price: { listPrice: fen(10_001), payable: fen(10_001), discounts: [] } },
    payTo: { provider: 'cloudPay', merchant: 'mch', appId: 'wx1', live: true },
    teacherShare: 7000,
    holdDays: 7,
    now: BEGUN,
  });

const line = (step: Omit<HistoryLine, 'at' | 'by'>, at: number): HistoryLine => ({
  ...step,
  at,
  by: 'wechat',
});

/** Takes an order through steps, as the machine would; a minute each. */
const walked = (order: Order, ...steps: Omit<HistoryLine, 'at' | 'by'>[]): Order => {
  const history = [
    ...order.history,
    ...steps.map((step, index) => line(step, BEGUN + (index + 1) * MINUTE)),
  ];
  const { checkAt: _asked, todoAt: _done, ...rest } = order;
  const status = history.at(-1)?.to ?? order.status;
  const open = status === 'pending' || status === 'closing' || status === 'reserving';
  return {
    ...rest,
    history,
    status,
    seq: history.length - 1,
    todo: [],
    openKey: open ? order.openKey : order._id,
  };
};

const paid = (order: Order): Order => ({
  ...order,
  paid: {
    transactionId: `tx_${order._id}`,
    amount: fen(10_001),
    at: BEGUN + MINUTE,
    heardFrom: 'callback',
  },
});

const entry = (
  kind: JournalEntry['kind'],
  of: { orderId: string; refundId?: string },
  ...lines: [Line['account'], number][]
): JournalEntry => ({
  _id: `jrn_${kind}_${of.refundId ?? of.orderId}`,
  kind,
  ...of,
  at: BEGUN + MINUTE,
  lines: lines.map(([account, amount]) => ({ account, fen: fen(amount) })),
});

/** The teacher's share of 100.01 yuan is 70.00 yuan: rounded down. */
const sold = (orderId: string) =>
  entry(
    'paid',
    { orderId },
    ['psp:cloudPay', 10_001],
    ['earner:usr_teacher:pending', -7000],
    ['revenue:commission', -3001],
  );

const REFUND_STEPS: Omit<RefundLine, 'at' | 'by'>[] = [
  { event: 'ask', from: '', to: 'requested' },
  { event: 'approve', from: 'requested', to: 'approved' },
  { event: 'submit', from: 'approved', to: 'submitting' },
  { event: 'accept', from: 'submitting', to: 'processing' },
  { event: 'succeed', from: 'processing', to: 'succeeded' },
];

const aRefund = (
  order: Order,
  { amount, teacher, reached }: { amount: number; teacher: number; reached: Refund['status'] },
): Refund => {
  const steps = REFUND_STEPS.slice(0, REFUND_STEPS.findIndex(({ to }) => to === reached) + 1);
  return {
    _id: `${order._id}R1`,
    orderId: order._id,
    userId: order.userId,
    teacherId: order.teacherId,
    openid: order.openid,
    buyer: order.buyer,
    itemId: order.item.id,
    title: order.item.title,
    requestId: 'req_refund',
    origin: 'request',
    amount: fen(amount),
    paid: fen(10_001),
    reason: '买错了',
    status: reached,
    seq: steps.length - 1,
    history: steps.map((step, index) => ({
      ...step,
      at: BEGUN + (index + 2) * MINUTE,
      by: 'timer',
    })),
    learned: { percent: 0, lessons: 0 },
    askedAt: BEGUN + 2 * MINUTE,
    split: {
      teacher: fen(teacher),
      affiliate: fen(0),
      platform: fen(amount - teacher),
      promotion: fen(0),
      pool: fen(0),
    },
    tries: 0,
    ...(reached !== 'succeeded' && { checkAt: NOW }),
    todo: [],
  };
};

const refunded = (order: Order, refund: Refund): Order => ({
  ...order,
  reserved: refund.amount,
  refunded: refund.status === 'succeeded' ? refund.amount : fen(0),
  returned: {
    amount: refund.amount,
    teacher: refund.split?.teacher ?? fen(0),
    affiliate: fen(0),
    promotion: fen(0),
    pool: fen(0),
  },
  refundRequests: ['req_refund'],
});

const refundEntries = ({
  _id: refundId,
  orderId,
  amount,
  split,
  status,
}: Refund): JournalEntry[] => {
  const teacher = split?.teacher ?? 0;
  const approved = entry(
    'refundApproved',
    { orderId, refundId },
    ['earner:usr_teacher:pending', teacher],
    ['revenue:refunded', amount - teacher],
    ['refundPayable', -amount],
  );
  const succeeded = entry(
    'refundSucceeded',
    { orderId, refundId },
    ['refundPayable', amount],
    ['psp:cloudPay', -amount],
  );
  return status === 'succeeded' ? [approved, succeeded] : [approved];
};

const PAY = { event: 'pay', from: 'pending', to: 'paid' } as const;
const PART = { event: 'refundPart', from: 'paid', to: 'partiallyRefunded' } as const;
const ALL = { event: 'refundAll', from: 'paid', to: 'refunded' } as const;

const bought = paid(walked(anOrder({ orderId: 'ord_bought', userId: 'usr_amy' }), PAY));
const seated = paid(
  walked(
    anOrder({ orderId: 'ord_seated', userId: 'usr_amy', seat: true }),
    { event: 'reserve', from: 'reserving', to: 'pending' },
    PAY,
  ),
);
const member = paid(walked(anOrder({ orderId: 'ord_member', userId: 'usr_ben', days: 365 }), PAY));
const closed = walked(
  anOrder({ orderId: 'ord_closed', userId: 'usr_ben' }),
  { event: 'startClosing', from: 'pending', to: 'closing' },
  { event: 'close', from: 'closing', to: 'closed' },
);

const partly = paid(walked(anOrder({ orderId: 'ord_partly', userId: 'usr_cat' }), PAY, PART));
const partRefund = aRefund(partly, { amount: 5000, teacher: 3499, reached: 'succeeded' });
const wholly = paid(walked(anOrder({ orderId: 'ord_wholly', userId: 'usr_dan' }), PAY, ALL));
const wholeRefund = aRefund(wholly, { amount: 10_001, teacher: 7000, reached: 'succeeded' });
const leaving = paid(walked(anOrder({ orderId: 'ord_leaving', userId: 'usr_eve' }), PAY));
const runningRefund = {
  ...aRefund(leaving, { amount: 10_001, teacher: 7000, reached: 'processing' }),
};

const granted = (state: 'granted' | 'suspended' | 'revoked') => ({ state, at: BEGUN + MINUTE });

const courses = (rights: Rights['courses']): Rights => ({ courses: rights, membership: {} });

/** A shop with one order of each fate, in which everything is right. */
const SHOP: MoneyDocuments = {
  orders: [
    bought,
    seated,
    member,
    closed,
    refunded(partly, partRefund),
    refunded(wholly, wholeRefund),
    refunded(leaving, runningRefund),
  ],
  refunds: [partRefund, wholeRefund, runningRefund],
  journal: [
    sold('ord_bought'),
    sold('ord_seated'),
    sold('ord_partly'),
    sold('ord_wholly'),
    sold('ord_leaving'),
    entry('paid', { orderId: 'ord_member' }, ['psp:cloudPay', 10_001], ['membershipPool', -10_001]),
    ...[partRefund, wholeRefund, runningRefund].flatMap(refundEntries),
  ],
  users: [
    {
      _id: 'usr_amy',
      rights: courses({
        crs_open: { ord_bought: granted('granted') },
        crs_seats: { ord_seated: granted('granted') },
      }),
    },
    {
      _id: 'usr_ben',
      rights: { courses: {}, membership: { ord_member: { ...granted('granted'), days: 365 } } },
    },
    { _id: 'usr_cat', rights: courses({ crs_open: { ord_partly: granted('granted') } }) },
    { _id: 'usr_dan', rights: courses({ crs_open: { ord_wholly: granted('revoked') } }) },
    { _id: 'usr_eve', rights: courses({ crs_open: { ord_leaving: granted('suspended') } }) },
  ],
  seatPools: [{ _id: 'crs_seats', cap: 10, taken: 1, holders: ['ord_seated#1'] }],
  differences: [{ orderId: 'ord_leaving', refundId: 'ord_leavingR1', suspense: 0, status: 'open' }],
  providers: { ord_partly: { paid: 10_001, refunded: 5000 } },
};

/** A copy of the shop, to be spoilt. */
export const aShop = (): Draft<MoneyDocuments> => structuredClone(SHOP) as Draft<MoneyDocuments>;

/** One of the shop's documents by id. */
export const found = <T extends { _id: string }>(all: T[], id: string): T => {
  const one = all.find(({ _id }) => _id === id);
  if (!one) throw new Error(`the shop has no ${id}`);
  return one;
};
