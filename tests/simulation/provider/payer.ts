import { paidEvent } from './cloudPayDesk';
import type { Payment, Transaction } from './orderBook';
import type { Notices } from './notices';
import { deliverEvent } from './xpayDesk';
import type { Agenda, ProviderWorld } from './world';

/** A bill may lack a payment and another, days later, have it. */
const LATE_IN_BILL_MS = 3 * 24 * 60 * 60_000;

/** How long somebody may take over the password. */
const PASSWORD_MS = 90_000;

type Parts = {
  readonly world: ProviderWorld;
  readonly agenda: Agenda;
  readonly notices: Notices;
};

/** People at WeChat's cashier: they take their time, and what they pay lands when it lands. */
export class Payer {
  constructor(private readonly parts: Parts) {}

  /** Opens the cashier of an order; the money lands within a minute or two, unless the order was closed first. */
  pay(orderId: string): void {
    const { world, agenda } = this.parts;
    const payment = world.book.payments.get(orderId);
    if (payment?.state !== 'NOTPAY' || world.now() > payment.expiresAt) return;
    payment.atPassword = true;
    const wait = world.fortune.roll(`password/${orderId}`) * PASSWORD_MS;
    agenda.after(wait, `payment of ${orderId} lands`, () => this.land(payment));
  }

  private land(payment: Payment): void {
    const { world, agenda } = this.parts;
    payment.atPassword = false;
    const open = payment.state === 'NOTPAY' || payment.stillPayable;
    if (!open || payment.transactions.length > 0) return;
    payment.state = 'SUCCESS';
    const twice =
      payment.channel === 'cloudPay' && world.fortune.strikes('secondPayment', payment.orderId);
    this.book(payment, this.charge(payment), !twice);
    if (!twice) return;
    const wait = world.fortune.roll(`second/${payment.orderId}`) * 3_600_000;
    agenda.after(wait, `second payment of ${payment.orderId} lands`, () =>
      this.book(payment, this.honest(payment), false),
    );
  }

  /** An order can be asked for one payment only, so that where there are two only a bill tells of a lost notice. */
  private book(payment: Payment, paid: Transaction, mayBeLost: boolean): void {
    payment.transactions.push(paid);
    const isCloud = payment.channel === 'cloudPay';
    const event = isCloud ? paidEvent(payment, paid) : deliverEvent(payment);
    this.parts.notices.send({ about: paid.id, event, mayBeLost });
  }

  private honest({ orderId, amount, openid, merchant, transactions }: Payment): Transaction {
    const id = `42${orderId.slice(4)}T${transactions.length + 1}`;
    const at = Math.floor(this.parts.world.now() / 1000) * 1000;
    return { id, amount, payer: openid, merchant, at };
  }

  private charge(payment: Payment): Transaction {
    const { fortune } = this.parts.world;
    const { orderId, channel } = payment;
    const wrongAmount = fortune.strikes('wrongAmount', orderId);
    const wrongPayer = channel === 'cloudPay' && fortune.strikes('wrongPayer', orderId);
    const wrongMerchant = fortune.strikes('wrongMerchant', orderId);
    const billedLate = fortune.strikes('billedLate', orderId);
    const honest = this.honest(payment);
    return {
      ...honest,
      ...(billedLate && { billedAt: honest.at + LATE_IN_BILL_MS }),
      ...(wrongAmount && { amount: Math.max(1, honest.amount - 1) }),
      ...(wrongPayer && { payer: 'oSomebodyElse' }),
      ...(wrongMerchant && { merchant: '1900000000' }),
    };
  }
}
