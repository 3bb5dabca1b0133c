import { fen, formatYuan } from '../../shared/money';
import type { Transaction } from '../database';
import { bookApart } from '../differences/bookApart';
import type { PaymentEvidence } from '../payments';
import type { Ports } from '../ports';
import { nextHolds } from './holds';
import { mismatchesOf, mismatchWords } from './mismatch';
import type { By, Order, PaidFacts } from './order';
import { ordersIn } from './orders';
import { settleLate } from './settleLate';
import { settlePaid } from './settlePaid';

/** What became of a payment: `known` had been dealt with before, `notYet` may not be believed yet. */
export type PaymentOutcome =
  'granted' | 'sentBack' | 'late' | 'review' | 'known' | 'notYet' | 'unknownOrder';

type Door = Pick<Ports, 'db' | 'ids' | 'log'>;

/**
 * The one door for every payment, however it was heard of. Compares all of it with the order and, in one transaction,
 * moves the order, opens what was bought and writes the journal; or does none of it. Safe to repeat, in any order.
 */
export const applyPayment = async (
  ports: Door,
  evidence: PaymentEvidence,
  call: { readonly now: number; readonly by: By },
): Promise<PaymentOutcome> => {
  const outcome = await ports.db.transaction((tx) => decide({ tx, ports, evidence, ...call }));
  if (outcome === 'review') {
    const { orderId, transactionId, paid } = evidence;
    ports.log({ level: 'error', event: 'payment needs review', orderId, transactionId, paid });
  }
  return outcome === 'late' ? settleLate(ports, evidence.orderId, call) : outcome;
};

type Case = {
  readonly tx: Transaction;
  readonly ports: Door;
  readonly evidence: PaymentEvidence;
  readonly now: number;
  readonly by: By;
};

const decide = async (payment: Case): Promise<PaymentOutcome> => {
  const { tx, evidence } = payment;
  const order = await ordersIn(tx).get(evidence.orderId);
  if (!order) return 'unknownOrder';
  if (order.paid) return paidBefore(payment, order, order.paid);
  // Nobody was given the means to pay yet, so this cannot be true; WeChat will say it again.
  if (order.status === 'reserving') return 'notYet';
  if (mismatchesOf(order, evidence).length > 0) return park(payment, order);
  if (order.status === 'closed') return takeLate(payment, order);
  return settlePaid({ ...payment, order, paid: factsOf(evidence) });
};

const factsOf = ({ transactionId, paid, paidAt, heardFrom }: PaymentEvidence): PaidFacts => ({
  transactionId,
  amount: fen(paid),
  at: paidAt,
  heardFrom,
});

/** The same payment again changes nothing; another one for the same order waits for a person. */
const paidBefore = async (
  { tx, ports, evidence, now }: Case,
  order: Order,
  paid: PaidFacts,
): Promise<PaymentOutcome> => {
  if (paid.transactionId === evidence.transactionId) {
    return order.status === 'late' ? 'late' : 'known';
  }
  const detail = `订单已由交易 ${paid.transactionId} 付清，又收到一笔 ¥${formatYuan(fen(evidence.paid))}`;
  const apart = { kind: 'secondPayment', evidence, detail, now } as const;
  return (await bookApart(tx, ports, apart)) ? 'review' : 'known';
};

/** Money that is not as agreed opens nothing: it is booked apart and waits for a person. */
const park = async (
  { tx, ports, evidence, now, by }: Case,
  order: Order,
): Promise<PaymentOutcome> => {
  const detail = mismatchWords(order, evidence);
  if (!(await bookApart(tx, ports, { kind: 'mismatch', evidence, detail, now }))) return 'known';
  await ordersIn(tx).apply(order, {
    event: 'mismatch',
    at: now,
    by,
    changes: {
      set: {
        paid: factsOf(evidence),
        openKey: order._id,
        ...(order.status === 'closed' && nextHolds(order)),
      },
      unset: ['checkAt'],
    },
  });
  return 'review';
};

/** Closing was not final: the money is here after all. Noted first, because seat and coupon are taken outside transactions. */
const takeLate = async ({ tx, evidence, now, by }: Case, order: Order): Promise<PaymentOutcome> => {
  await ordersIn(tx).apply(order, {
    event: 'payLate',
    at: now,
    by,
    changes: {
      set: {
        paid: factsOf(evidence),
        checkAt: now + 60_000,
        ...nextHolds(order),
      },
    },
  });
  return 'late';
};
