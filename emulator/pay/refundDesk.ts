import { randomInt } from 'node:crypto';
import { beijingStamp } from '../beijing';
import type { FaultKnobs } from '../faults/faults';
import type { Agenda } from '../schedule/agenda';
import type { Notifier } from './notifier';
import type { OrderBook } from './orderBook';
import {
  isPaid,
  type DecidedRefund,
  type Listener,
  type Paid,
  type Payment,
  type Refund,
} from './payment';
import { refundMessage } from './refundMessage';

export interface RefundDeskParts {
  book: OrderBook;
  notifier: Notifier;
  agenda: Agenda;
  faults: FaultKnobs;
  appid: string;
}

/** A refund to begin. */
export interface RefundRequest {
  payment: Paid<Payment>;
  outRefundNo: string;
  amount: number;
  reason: string;
  by: Refund['by'];
  notify?: Listener;
}

const JOB = 'settleRefund';

/** Accepts refunds at once and decides them later, as WeChat Pay does (money W16, W17). */
export class RefundDesk {
  constructor(private readonly parts: RefundDeskParts) {
    parts.agenda.handle(JOB, async ({ outRefundNo }: { outRefundNo: string }) => {
      await this.decide(outRefundNo);
    });
  }

  /** What of a payment has not been refunded or promised yet, in fen. */
  left(payment: Payment): number {
    return (payment.paid?.amount ?? 0) - payment.refundedAmount;
  }

  /** Takes a refund in; its outcome comes by the cloud's clock and is notified when somebody asked for that. */
  accept({ payment, notify, ...request }: RefundRequest): Refund {
    const { book, agenda, faults } = this.parts;
    const refund = book.saveRefund({
      outTradeNo: payment.outTradeNo,
      outRefundNo: request.outRefundNo,
      refundId: `503${beijingStamp(book.clock.now())}${String(randomInt(1e9, 9e9))}`,
      amount: request.amount,
      reason: request.reason,
      status: 'PROCESSING',
      acceptedAt: book.clock.now(),
      by: request.by,
      ...(notify && { notify }),
    });
    const refundedAmount = payment.refundedAmount + request.amount;
    book.save(
      { ...payment, state: 'REFUND', refundedAmount },
      `受理退款 ${request.outRefundNo}，${String(request.amount)} 分`,
    );
    agenda.schedule(JOB, faults.current.refundDelayMs, { outRefundNo: refund.outRefundNo });
    return refund;
  }

  private async decide(outRefundNo: string): Promise<void> {
    const { book, faults, notifier, appid } = this.parts;
    const refund = book.findRefund(outRefundNo);
    const payment = refund && book.find(refund.outTradeNo);
    if (!payment || !isPaid(payment)) return;
    const status = faults.current.refundOutcome;
    const decided: DecidedRefund = { ...refund, status, decidedAt: book.clock.now() };
    book.saveRefund(decided);
    // A closed refund gives its money back to what can still be refunded.
    const givenBack = status === 'REFUNDCLOSE' ? refund.amount : 0;
    const after = { ...payment, refundedAmount: payment.refundedAmount - givenBack };
    book.save(after, `退款 ${outRefundNo}：${status}`);
    const message = refundMessage(after, decided, appid);
    if (message) await notifier.send(message, { copies: 1, delayMs: 0 });
  }
}
