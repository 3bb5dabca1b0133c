import type { Clock } from '../clock';
import type { Shelf, StateFile } from '../state/stateFile';
import type { Payment, Refund } from './payment';

/** WeChat Pay's order book: payments and refunds, on disk at once. */
export class OrderBook {
  private readonly payments: Shelf<Payment>;
  private readonly refunds: Shelf<Refund>;

  constructor(
    state: StateFile,
    readonly clock: Clock,
  ) {
    this.payments = state.shelf<Payment>('payment');
    this.refunds = state.shelf<Refund>('refund');
  }

  find(outTradeNo: string): Payment | undefined {
    return this.payments.get(outTradeNo);
  }

  /** By the number WeChat Pay gave it. */
  findByTransaction(transactionId: string): Payment | undefined {
    return this.payments.all().find((payment) => payment.paid?.transactionId === transactionId);
  }

  all(): Payment[] {
    return this.payments.all();
  }

  /** Stores a payment, noting in its timeline what has just happened. */
  save<P extends Payment>(payment: P, event: string): P {
    const timeline = [...payment.timeline, { at: this.clock.now(), text: event }];
    const saved = { ...payment, timeline };
    this.payments.put(payment.outTradeNo, saved);
    return saved;
  }

  /** Adds a line to a payment's timeline. */
  note(outTradeNo: string, event: string): void {
    const payment = this.find(outTradeNo);
    if (payment) this.save(payment, event);
  }

  findRefund(outRefundNo: string): Refund | undefined {
    return this.refunds.get(outRefundNo);
  }

  refundsOf(outTradeNo: string): Refund[] {
    return this.refunds.all().filter((refund) => refund.outTradeNo === outTradeNo);
  }

  allRefunds(): Refund[] {
    return this.refunds.all();
  }

  saveRefund(refund: Refund): Refund {
    this.refunds.put(refund.outRefundNo, refund);
    return refund;
  }
}
