import type { Clock } from '../clock';
import { randomHex } from '../identifiers';
import type { MessagePush } from '../openapi/messagePush';
import { HttpError } from '../http/exchange';
import { isPaid, type Paid, type Payment, type Refund, type VirtualPayment } from './payment';
import type { Payer } from './payer';
import type { RefundDesk } from './refundDesk';
import { appleEnquiryPush } from './virtual/pushes';

export interface OutsideRefundParts {
  payer: Payer;
  refunds: RefundDesk;
  push: MessagePush;
  clock: Clock;
}

/** Apple asks at most this often before it decides (virtual-payment-callback). */
const ENQUIRIES = 3;

/** Refunds that the merchant's program did not begin: by hand in the merchant console, or by Apple. */
export class OutsideRefunds {
  constructor(private readonly parts: OutsideRefundParts) {}

  /** Somebody refunds in the merchant console; the listener of the payment is told. HttpError 409 when it cannot be. */
  byConsole(outTradeNo: string, amount?: number): Refund {
    return this.begin(this.paid(outTradeNo), 'console', amount);
  }

  /**
   * A buyer asks Apple for the money. Apple asks the shop until it answers, three times at most, and then
   * decides on its own: it refunds when `approve` says so. HttpError 409 for an order that Apple does not know.
   */
  async byApple(
    outTradeNo: string,
    approve: boolean,
  ): Promise<{ answers: unknown[]; refund?: Refund }> {
    const payment = this.paid(outTradeNo);
    if (payment.channel !== 'virtualPay')
      throw new HttpError(409, 'Apple knows virtual payments only');
    const answers = await this.enquire(payment);
    return approve ? { answers, refund: this.begin(payment, 'apple') } : { answers };
  }

  private async enquire(payment: Paid<VirtualPayment>): Promise<unknown[]> {
    const answers: unknown[] = [];
    while (answers.length < ENQUIRIES && !answers.some(isAppleAnswer)) {
      answers.push(await this.parts.push.now(appleEnquiryPush(payment, this.parts.clock.now())));
    }
    return answers;
  }

  private begin(payment: Paid<Payment>, by: Refund['by'], amount?: number): Refund {
    const { refunds } = this.parts;
    const left = refunds.left(payment);
    const wanted = amount ?? left;
    if (wanted <= 0 || wanted > left) throw new HttpError(409, `only ${String(left)} fen are left`);
    const { notify } = payment;
    const outRefundNo = `${by}_${randomHex(8)}`;
    return refunds.accept({
      payment,
      outRefundNo,
      amount: wanted,
      reason: '',
      by,
      ...(notify && { notify }),
    });
  }

  private paid(outTradeNo: string): Paid<Payment> {
    const payment = this.parts.payer.order(outTradeNo);
    if (isPaid(payment)) return payment;
    throw new HttpError(409, `order ${outTradeNo} is not paid`);
  }
}

function isAppleAnswer(answer: unknown): boolean {
  const { result_code: code } = (answer ?? {}) as { result_code?: unknown };
  return code === 0 || code === 1;
}
