import { overlaps, type CallRecord } from '../world/calls';
import { userIdOf } from '../world/cast';
import { COUPONS } from '../world/offers';
import { events, met, named, went, type Evidence } from './evidence';

/** A race of the money reference, 2.6, and how one tells that a schedule came to it. */
export type Race = {
  readonly id: string;
  readonly says: string;
  readonly reached: (evidence: Evidence) => boolean;
};

const struck = (names: readonly string[], adversity: string): boolean =>
  names.some((name) => name.startsWith(`${adversity}@`));

const faultAt = ({ faults }: Evidence, site: RegExp, fault: RegExp): boolean =>
  faults.some((each) => site.test(each.site) && fault.test(each.fault));

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));

const isPayoutWish = ({ subjects }: CallRecord): boolean =>
  subjects.includes('requestPayout') || subjects.includes('proposePayout');

const callback = named('payCallback');
const asking = named('confirmPayment', 'closeUnpaidOrders');

export const RACES: readonly Race[] = [
  {
    id: 'X1',
    says: 'a callback comes again',
    reached: ({ struck: names }) => struck(names, 'callbackRepeated'),
  },
  {
    id: 'X2',
    says: 'two callbacks at once',
    reached: ({ calls }) => met(calls, callback, callback),
  },
  {
    id: 'X3',
    says: 'a callback while somebody asks',
    reached: ({ calls }) => met(calls, callback, asking),
  },
  {
    id: 'X4',
    says: 'a payment is heard of while its order is asked for again',
    reached: ({ calls, orders }) =>
      calls
        .filter(callback)
        .some(({ subjects, from }) =>
          orders.some(
            (order) =>
              subjects.includes(order._id) &&
              calls.some(
                ({ name, who, to = Infinity, ...call }) =>
                  name === 'createOrder' &&
                  who === order.openid &&
                  call.subjects.includes(order.item.id) &&
                  call.from <= from &&
                  from <= to,
              ),
          ),
        ),
  },
  {
    id: 'X5',
    says: 'a payment of an order nobody knows',
    reached: ({ calls }) =>
      calls.some(
        ({ name, subjects }) =>
          name === 'payCallback' && subjects.some((subject) => subject.startsWith('ord_stray')),
      ),
  },
  {
    id: 'X6',
    says: 'a callback is lost and the order paid all the same',
    reached: ({ struck: names, orders }) =>
      orders.some(
        ({ paid }) => paid && names.some((name) => name === `callbackLost@${paid.transactionId}#1`),
      ),
  },
  {
    id: 'X7',
    says: 'the money comes while the order closes',
    reached: ({ orders }) => orders.some((order) => went(order, 'startClosing', 'pay')),
  },
  {
    id: 'X8',
    says: 'late money, and there is a place',
    reached: ({ orders }) => orders.some((order) => went(order, 'payLate', 'pay')),
  },
  {
    id: 'X9',
    says: 'late money, and the place is gone or the item owned',
    reached: ({ orders }) => orders.some((order) => went(order, 'payLate', 'sendBack')),
  },
  {
    id: 'X10',
    says: 'two orders of one person for one item at once',
    reached: ({ calls }) => met(calls, named('createOrder'), named('createOrder')),
  },
  {
    id: 'X11',
    says: 'two orders of one person for one item, both paid',
    reached: ({ orders }) =>
      orders.some(
        (one) =>
          one.paid &&
          one.item.kind === 'course' &&
          orders.some(
            (other) =>
              other._id !== one._id &&
              other.paid &&
              other.userId === one.userId &&
              other.item.id === one.item.id,
          ),
      ),
  },
  {
    id: 'X12',
    says: 'two orders at once want one coupon',
    reached: ({ calls }) =>
      pairs(calls.filter(named('createOrder'))).some(
        ([one, other]) =>
          one.who === other.who &&
          COUPONS.some((id) => one.subjects.includes(id) && other.subjects.includes(id)) &&
          overlaps(one, other),
      ),
  },
  {
    id: 'X13',
    says: 'two people at once want the last piece of a coupon',
    reached: ({ calls }) =>
      pairs(calls.filter(named('getOffers'))).some(
        ([one, other]) =>
          one.who !== other.who &&
          [one, other].every(({ subjects }) => subjects.includes('cpn_single')) &&
          overlaps(one, other),
      ),
  },
  {
    id: 'X14',
    says: 'the price changes between order and payment',
    reached: (evidence) => changedUnderway(evidence, 'reprice'),
  },
  {
    id: 'X15',
    says: 'the course is taken off the shelf between order and payment',
    reached: (evidence) => changedUnderway(evidence, 'retire'),
  },
  {
    id: 'X16',
    says: 'the teacher’s share changes between order and payment',
    reached: (evidence) => changedUnderway(evidence, 'changeShare'),
  },
  {
    id: 'X17',
    says: 'memberships are heard of in another order than they were paid',
    reached: ({ orders }) => {
      const paid = orders.filter(({ item, paid: facts }) => item.kind === 'membership' && facts);
      return paid.some((one) =>
        paid.some(
          (other) =>
            one.userId === other.userId &&
            (one.paid?.at ?? 0) < (other.paid?.at ?? 0) &&
            heardAt(one) > heardAt(other),
        ),
      );
    },
  },
  {
    id: 'X18',
    says: 'two refunds of one order at once',
    reached: ({ calls }) => met(calls, named('refund'), named('refund')),
  },
  {
    id: 'X19',
    says: 'whoever sends a refund dies or hears nothing when it was taken',
    reached: (evidence) =>
      faultAt(evidence, /^cloudPay.refund|^xpay.refund/, /crashAfter|answerLost|late/) ||
      evidence.struck.some((name) => /^acceptedThenError@refund(_order)?[/]/.test(name)),
  },
  {
    id: 'X20',
    says: 'a refund arrives before we noted that it was taken',
    reached: ({ refunds }) =>
      refunds.some((refund) =>
        refund.history.some(
          ({ event, from }) =>
            event === 'succeed' && (from === 'approved' || from === 'submitting'),
        ),
      ),
  },
  {
    id: 'X21',
    says: 'a refund is closed or turns abnormal',
    reached: ({ refunds }) =>
      refunds.some((refund) => went(refund, 'fail') || went(refund, 'turnAbnormal')),
  },
  {
    id: 'X22',
    says: 'the provider takes back what it said of a refund',
    reached: ({ struck: names }) => struck(names, 'refundStateGoesBack'),
  },
  {
    id: 'X23',
    says: 'buyer, admin or merchant console refund at once',
    reached: ({ calls, refunds, book }) =>
      met(calls, named('reviewRefund'), named('reviewRefund', 'refund')) ||
      refunds.some(
        ({ orderId, origin }) =>
          origin === 'request' && book.refundsOf(orderId).some(({ by }) => by === 'console'),
      ),
  },
  {
    id: 'X24',
    says: 'somebody studies while asking for a refund',
    reached: ({ calls }) =>
      calls
        .filter(named('refund'))
        .some((one) =>
          calls
            .filter(named('openLesson'))
            .some((other) => other.who === one.who && overlaps(one, other)),
        ),
  },
  {
    id: 'X25',
    says: 'what was paid out is refunded',
    reached: ({ journal }) =>
      journal.some(({ lines }) =>
        lines.some(({ account, fen }) => account.endsWith(':receivable') && fen > 0),
      ),
  },
  {
    id: 'X26',
    says: 'a payout is asked for while a refund is approved',
    reached: ({ calls }) =>
      calls
        .filter(isPayoutWish)
        .some((one) =>
          calls
            .filter(named('refund', 'reviewRefund'))
            .some((other) => other.code === 'ok' && overlaps(one, other)),
        ),
  },
  {
    id: 'X27',
    says: 'two payouts at once out of one account',
    reached: ({ calls }) =>
      pairs(calls.filter(isPayoutWish)).some(([one, other]) => overlaps(one, other)),
  },
  {
    id: 'X28',
    says: 'a timer runs twice at once',
    reached: ({ calls }) =>
      ['closeUnpaidOrders', 'submitRefunds', 'deliverOutbox', 'keepBooks'].some((timer) =>
        met(calls, named(timer), named(timer)),
      ),
  },
  {
    id: 'X29',
    says: 'a timer dies while it holds something',
    reached: ({ calls }) =>
      calls.some(({ who, outcome }) => who === 'wx_trigger' && outcome === 'crashed'),
  },
  {
    id: 'X30',
    says: 'clocks differ by up to a minute',
    reached: ({ script, orders }) => script.skewMs >= 60_000 && orders.some(({ paid }) => paid),
  },
  {
    id: 'X31',
    says: 'somebody buys by their own link, or an open order is asked for by another one',
    reached: ({ calls, orders }) =>
      calls
        .filter(({ name, code }) => name === 'createOrder' && code === 'ok')
        .some(
          (call) =>
            call.subjects.includes(userIdOf(call.who)) ||
            orders.some((order) => isAnotherLinkOf(order, call)),
        ),
  },
  {
    id: 'X32',
    says: 'an account with paid orders is erased',
    reached: ({ users, orders }) =>
      users.some(
        ({ _id, erasedAt }) =>
          erasedAt !== undefined && orders.some(({ userId, paid }) => userId === _id && paid),
      ),
  },
  {
    id: 'X33',
    says: 'a course that people hold leaves the shelf',
    reached: ({ courses, orders }) =>
      courses.some(
        ({ _id, status }) =>
          status !== 'published' &&
          orders.some(({ item, status: order }) => item.id === _id && order === 'paid'),
      ),
  },
  {
    id: 'X34',
    says: 'a transaction dies with its locks',
    reached: (evidence) => faultAt(evidence, /^tx[.]|^db[.]commit/, /^crash/),
  },
  {
    id: 'X35',
    says: 'a free order opens something',
    reached: ({ orders }) => orders.some(({ payable, paid }) => payable === 0 && paid),
  },
];

/** Races of the list whose machinery is not there yet, or that this shop cannot have, with the reason. */
export const NOT_YET: Readonly<Record<string, string>> = {};

/** Whether an order was asked for again by somebody else's link than the one it was made by. */
const isAnotherLinkOf = (
  { affiliate, openid, item, createdAt }: Evidence['orders'][number],
  { who, subjects, from }: CallRecord,
): boolean =>
  affiliate !== undefined &&
  who === openid &&
  from > createdAt &&
  subjects.includes(item.id) &&
  subjects.some((subject) => subject.startsWith('usr_') && subject !== affiliate.userId);

const heardAt = (order: Evidence['orders'][number]): number =>
  order.history.find(({ event }) => event === 'pay')?.at ?? 0;

/** Whether a story was told between making and paying an order, about its item or the whole shop. */
const changedUnderway = ({ script, orders }: Evidence, story: string): boolean =>
  script.acts
    .filter((act) => act.story === story)
    .some(({ at, item }) =>
      orders.some(
        (order) =>
          (story === 'changeShare' || order.item.id === `crs_${item}`) &&
          events(order).includes('pay') &&
          order.createdAt < script.startAt + at &&
          script.startAt + at < heardAt(order),
      ),
    );
