import { randomInt } from 'node:crypto';
import { beijingStamp } from '../beijing';
import type { FaultKnobs } from '../faults/faults';
import { HttpError } from '../http/exchange';
import type { CallbackAnswer, Notifier } from './notifier';
import type { OrderBook } from './orderBook';
import { paidMessage } from './paidMessage';
import type { Paid, Payment } from './payment';

/** How the payer pays and how WeChat Pay tells of it. */
export interface PayRequest {
  /** Copies of the callback; 0 means it is lost for good. */
  callbacks: number;
  /** How much later the callback comes, by the cloud's clock. */
  delayMs: number;
  /** What the payer is charged instead of the order's amount, in fen. */
  amount?: number;
}

/** The payment after the payer acted, and what the function answered to each callback so far. */
export interface PayOutcome {
  state: Payment['state'];
  callbacks: CallbackAnswer[];
}

export interface PayerParts {
  book: OrderBook;
  notifier: Notifier;
  faults: FaultKnobs;
  appid: string;
}

/** The person at the cashier, with WeChat Pay behind them. */
export class Payer {
  constructor(private readonly parts: PayerParts) {}

  /** HttpError 404 for an unknown order. */
  order(outTradeNo: string): Payment {
    const payment = this.parts.book.find(outTradeNo);
    if (!payment) throw new HttpError(404, `WeChat Pay knows no order ${outTradeNo}`);
    return payment;
  }

  /** The order a phone presents with `prepay_id=…`; HttpError 404 for one that is unknown or was placed again. */
  orderByPrepay(prepayId: string): Payment {
    const payment = this.parts.book
      .all()
      .find((one) => one.channel === 'cloudPay' && one.prepayId === prepayId);
    if (!payment) throw new HttpError(404, `WeChat Pay knows no prepay id ${prepayId}`);
    return payment;
  }

  /** Pays; answers after the first callback unless it is delayed. HttpError 409 for an order that cannot be paid. */
  async pay(outTradeNo: string, request: PayRequest): Promise<PayOutcome> {
    const payment = this.payable(outTradeNo);
    const { book, faults, notifier, appid } = this.parts;
    const amount = request.amount ?? (faults.current.wrongAmount || payment.amount);
    const at = book.clock.now();
    const transactionId = `42${beijingStamp(at)}${String(randomInt(1e11, 9e11))}`;
    const paid: Paid<Payment> = {
      ...payment,
      state: 'SUCCESS',
      paid: { at, amount, transactionId },
      stillPayable: false,
    };
    const message = paidMessage(book.save(paid, `已支付 ${String(amount)} 分`), appid);
    const delivery = { copies: request.callbacks, delayMs: request.delayMs };
    const callbacks = message ? await notifier.send(message, delivery) : [];
    return { state: this.order(outTradeNo).state, callbacks };
  }

  /** Leaves the cashier without paying. */
  cancel(outTradeNo: string): PayOutcome {
    const { state } = this.order(outTradeNo);
    this.parts.book.note(outTradeNo, '用户取消支付');
    return { state, callbacks: [] };
  }

  /** WeChat repeats its latest message about the order. */
  async repeatCallback(outTradeNo: string, copies: number): Promise<PayOutcome> {
    const { state } = this.order(outTradeNo);
    return { state, callbacks: await this.parts.notifier.repeat(outTradeNo, copies) };
  }

  private payable(outTradeNo: string): Payment {
    const payment = this.order(outTradeNo);
    const open = payment.state === 'NOTPAY' || payment.stillPayable === true;
    if (!open) throw new HttpError(409, `order ${outTradeNo} is ${payment.state}`);
    const expired = this.parts.book.clock.now() > (payment.expiresAt ?? Infinity);
    if (expired) throw new HttpError(409, `order ${outTradeNo} has passed its time_expire`);
    return payment;
  }
}
