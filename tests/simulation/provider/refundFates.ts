import type { Adversity } from './adversity';
import { refundEvent } from './cloudPayDesk';
import type { ProviderRefund, RefundState } from './orderBook';
import type { Notices } from './notices';
import type { Agenda, ProviderWorld } from './world';
import { refundPush } from './xpayDesk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What may become of a refund instead of simply succeeding. */
const FATES: readonly (readonly [Adversity, readonly RefundState[]])[] = [
  ['refundAbnormal', ['CHANGE']],
  ['refundAbnormalThenPaid', ['CHANGE', 'SUCCESS']],
  ['refundClosed', ['REFUNDCLOSE']],
];

type Parts = {
  readonly world: ProviderWorld;
  readonly agenda: Agenda;
  readonly notices: Notices;
};

/** What becomes of refunds at the provider, and the notices of it. */
export class RefundFates {
  constructor(private readonly parts: Parts) {}

  /** Begins the fate of a refund that was taken in. */
  begin(number: string): void {
    const refund = this.parts.world.book.refunds.get(number);
    if (!refund) return;
    const { fortune } = this.parts.world;
    const fate = FATES.find(([adversity]) => fortune.strikes(adversity, number));
    refund.fate.push(...(fate?.[1] ?? (['SUCCESS'] as const)));
    this.next(refund);
  }

  /** Somebody refunds by hand in the merchant console; false when there is not so much left. */
  byConsole(orderId: string, share: number): boolean {
    const { book, now } = this.parts.world;
    const left = book.left(orderId);
    const amount = Math.ceil(left * share);
    if (amount <= 0) return false;
    const count = book.refundsOf(orderId).length + 1;
    const number = `console_${orderId.slice(4, 20)}_${count}`;
    const acceptedAt = now();
    book.refunds.set(number, {
      number,
      orderId,
      amount,
      by: 'console',
      acceptedAt,
      state: 'PROCESSING',
      fate: ['SUCCESS'],
    });
    const refund = book.refunds.get(number);
    if (refund) this.next(refund);
    return true;
  }

  private next(refund: ProviderRefund): void {
    const { world, agenda } = this.parts;
    const [state] = refund.fate;
    if (!state) return;
    const slow = world.fortune.strikes('refundSlow', refund.number) ? 3 * DAY : 5 * MINUTE;
    const wait = 5000 + world.fortune.roll(`fate/${refund.number}`) * slow;
    agenda.after(wait, `refund ${refund.number} turns ${state}`, () => this.turn(refund, state));
  }

  /** Only refunds of ours can be asked for, so the notice of another is never lost. */
  private turn(refund: ProviderRefund, state: RefundState): void {
    const { world, notices } = this.parts;
    refund.state = state;
    refund.turnedAt = world.now();
    refund.fate.shift();
    const channel = world.book.payments.get(refund.orderId)?.channel;
    const event = channel === 'virtualPay' ? refundPush(refund) : refundEvent(refund);
    const about = `${refund.number}/${state}`;
    notices.send({ about, event, mayBeLost: refund.by === 'api' });
    this.next(refund);
  }
}
