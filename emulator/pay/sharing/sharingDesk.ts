import type { FaultKnobs } from '../../faults/faults';
import { randomHex } from '../../identifiers';
import type { Agenda } from '../../schedule/agenda';
import type { Shelf, StateFile } from '../../state/stateFile';
import type { OrderBook } from '../orderBook';
import type { CloudPayment, Paid } from '../payment';
import { feeOf } from '../billLines';

/** Somebody who gets a part of a payment. Amounts in fen. */
export interface Part {
  type: string;
  account: string;
  amount: number;
  description: string;
}

/** A sharing of one payment (分账), by the merchant's number; without parts it only freed the money. */
export interface Sharing {
  outOrderNo: string;
  orderId: string;
  outTradeNo: string;
  parts: Part[];
  status: 'PROCESSING' | 'FINISHED';
  result: 'PENDING' | 'SUCCESS' | 'CLOSED';
  createdAt: number;
}

export interface SharingDeskParts {
  state: StateFile;
  book: OrderBook;
  agenda: Agenda;
  faults: FaultKnobs;
  /** What WeChat Pay keeps of each payment, as a part of one. */
  feeRate: number;
}

const JOB = 'settleSharing';
const DAY_MS = 24 * 3_600_000;
/** What was not shared by then is the merchant's (money W22). */
const FROZEN_MS = 30 * DAY_MS;

/** What WeChat Pay keeps of sharings: receivers, sharings, and which money is frozen for them (money W22). */
export class SharingDesk {
  private readonly receivers: Shelf<{ name: string }>;
  private readonly sharings: Shelf<Sharing>;

  constructor(private readonly parts: SharingDeskParts) {
    this.receivers = parts.state.shelf<{ name: string }>('sharingReceiver');
    this.sharings = parts.state.shelf<Sharing>('sharing');
    parts.agenda.handle(JOB, ({ outOrderNo }: { outOrderNo: string }) => {
      this.decide(outOrderNo);
      return Promise.resolve();
    });
  }

  /** Whether the money of a payment is still frozen to be shared. */
  isFrozen({ toBeShared, freedAt, paid }: Paid<CloudPayment>): boolean {
    const over = this.parts.book.clock.now() >= paid.at + FROZEN_MS;
    return toBeShared === true && freedAt === undefined && !over;
  }

  /** What is frozen of a payment, in fen: all but the fee, what was shared and what was refunded of it. */
  left(payment: Paid<CloudPayment>): number {
    const { paid, refundedAmount, outTradeNo } = payment;
    const shared = this.of(outTradeNo).reduce((sum, each) => sum + sumOf(each.parts), 0);
    return paid.amount - feeOf(paid.amount, this.parts.feeRate) - refundedAmount - shared;
  }

  addReceiver(account: string, name: string): void {
    this.receivers.put(account, { name });
  }

  removeReceiver(account: string): void {
    this.receivers.remove(account);
  }

  knows(account: string): boolean {
    return this.receivers.get(account) !== undefined;
  }

  find(outOrderNo: string): Sharing | undefined {
    return this.sharings.get(outOrderNo);
  }

  /** Takes a sharing in; `frees` gives the merchant what is left of the payment. Its outcome comes by the clock. */
  accept(
    payment: Paid<CloudPayment>,
    request: { outOrderNo: string; parts: Part[]; frees: boolean },
  ): Sharing {
    const { book, agenda, faults } = this.parts;
    const { outOrderNo, parts, frees } = request;
    const now = book.clock.now();
    const sharing: Sharing = {
      outOrderNo,
      orderId: `3008${randomHex(24)}`,
      outTradeNo: payment.outTradeNo,
      parts,
      status: 'PROCESSING',
      result: 'PENDING',
      createdAt: now,
    };
    this.sharings.put(outOrderNo, sharing);
    const words = `受理分账 ${outOrderNo}，${String(sumOf(parts))} 分`;
    book.save(frees ? { ...payment, freedAt: now } : payment, words);
    agenda.schedule(JOB, faults.current.sharingDelayMs, { outOrderNo });
    return sharing;
  }

  private of(outTradeNo: string): Sharing[] {
    return this.sharings
      .all()
      .filter((each) => each.outTradeNo === outTradeNo && each.result !== 'CLOSED');
  }

  private decide(outOrderNo: string): void {
    const sharing = this.find(outOrderNo);
    if (!sharing) return;
    const closes = this.parts.faults.current.closeSharings.includes(outOrderNo);
    const result = closes ? 'CLOSED' : 'SUCCESS';
    this.sharings.put(outOrderNo, { ...sharing, status: 'FINISHED', result });
    this.parts.book.note(sharing.outTradeNo, `分账 ${outOrderNo}：${result}`);
  }
}

function sumOf(parts: Part[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}
