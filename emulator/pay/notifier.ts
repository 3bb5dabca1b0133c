import type { FaultKnobs } from '../faults/faults';
import { platformCaller } from '../functions/caller';
import type { FunctionInvoker } from '../functions/invoker';
import { randomHex } from '../identifiers';
import type { Agenda } from '../schedule/agenda';
import type { Shelf, StateFile } from '../state/stateFile';
import { isAccepted, nextDelay, type Notification } from './notification';
import type { OrderBook } from './orderBook';

export interface NotifierParts {
  state: StateFile;
  agenda: Agenda;
  book: OrderBook;
  invoker: FunctionInvoker;
  faults: FaultKnobs;
  env: string;
}

/** A message about to be sent. */
export type Message = Pick<Notification, 'kind' | 'outTradeNo' | 'functionName' | 'env' | 'event'>;

/** How a message is first sent: so many copies, so much later. */
export interface Delivery {
  copies: number;
  delayMs: number;
}

/** What a function answered, or why it did not. */
export type CallbackAnswer = { result: unknown } | { error: string };

const JOB = 'notification';
/** A slower answer counts as none (money W6). */
const ANSWER_LIMIT_MS = 5000;

/** Tells functions of payments and refunds, again and again until they take it. */
export class Notifier {
  private readonly notifications: Shelf<Notification>;

  constructor(private readonly parts: NotifierParts) {
    this.notifications = parts.state.shelf<Notification>('notification');
    parts.agenda.handle(JOB, async ({ id, copies }: { id: string; copies: number }) => {
      await this.deliver(id, copies);
    });
  }

  /**
   * Sends a message. Without a delay the answers of the first attempt come back; with one, the cloud's clock
   * decides. Lost messages (zero copies, or the fault) are never sent and never repeated.
   */
  async send(message: Message, delivery: Delivery): Promise<CallbackAnswer[]> {
    const { faults, book, agenda, env } = this.parts;
    const lost = delivery.copies === 0 || faults.current.loseCallbacks;
    const elsewhere = message.env !== env;
    if (lost || elsewhere) {
      const why = elsewhere ? `环境 ${message.env} 不是本环境，微信把通知发去了别处` : '通知丢失';
      book.note(message.outTradeNo, why);
      return [];
    }
    const id = randomHex(8);
    this.notifications.put(id, { ...message, id, attempts: 0, accepted: false });
    const copies = delivery.copies + faults.current.duplicateCallbacks;
    const delayMs = delivery.delayMs + faults.current.delayCallbacksMs;
    if (delayMs === 0) return this.deliver(id, copies);
    agenda.schedule(JOB, delayMs, { id, copies });
    return [];
  }

  /** Sends the latest message about a payment once more. */
  async repeat(outTradeNo: string, copies: number): Promise<CallbackAnswer[]> {
    const latest = this.of(outTradeNo).at(-1);
    return latest ? this.deliver(latest.id, copies) : [];
  }

  /** Every message about a payment, oldest first. */
  of(outTradeNo: string): Notification[] {
    return this.notifications.all().filter((one) => one.outTradeNo === outTradeNo);
  }

  /** The first copy alone, then the rest at the same moment: duplicates arrive in both ways (money W7). */
  private async deliver(id: string, copies: number): Promise<CallbackAnswer[]> {
    const first = await this.attempt(id);
    const twins = Array.from({ length: copies - 1 }, () => this.attempt(id));
    const answers = [first, ...(await Promise.all(twins))];
    this.scheduleNext(id);
    return answers;
  }

  private async attempt(id: string): Promise<CallbackAnswer> {
    const notification = this.known(id);
    const event = eventOf(notification);
    const began = performance.now();
    const answer = await this.call(notification.functionName, event);
    const inTime = performance.now() - began <= ANSWER_LIMIT_MS;
    const accepted = inTime && 'result' in answer && isAccepted(notification.kind, answer.result);
    const latest = this.known(id);
    this.notifications.put(id, {
      ...latest,
      attempts: latest.attempts + 1,
      accepted: latest.accepted || accepted,
    });
    if (accepted && notification.kind === 'virtualPay') this.markDelivered(notification.outTradeNo);
    const outcome = accepted ? '已收下' : `未收下：${JSON.stringify(answer).slice(0, 300)}`;
    const line = `通知 ${notification.functionName} 第 ${String(latest.attempts + 1)} 次，${outcome}`;
    this.parts.book.note(notification.outTradeNo, line);
    return answer;
  }

  /** An accepted push means the goods were handed over (virtual-payment, notify_provide_goods). */
  private markDelivered(outTradeNo: string): void {
    const { book } = this.parts;
    const payment = book.find(outTradeNo);
    if (payment?.channel !== 'virtualPay' || payment.deliveredAt !== undefined) return;
    book.save({ ...payment, deliveredAt: book.clock.now() }, '已发货');
  }

  private async call(name: string, event: Record<string, unknown>): Promise<CallbackAnswer> {
    try {
      const caller = platformCaller('wx_paycallback');
      const answer = await this.parts.invoker.invoke({ name, event, caller });
      return { result: JSON.parse(answer.result) as unknown };
    } catch (error) {
      return { error: (error as Error).message };
    }
  }

  private scheduleNext(id: string): void {
    const { accepted, kind, attempts } = this.known(id);
    const delayMs = nextDelay(kind, attempts);
    if (accepted || delayMs === undefined) return;
    this.parts.agenda.schedule(JOB, delayMs, { id, copies: 1 });
  }

  private known(id: string): Notification {
    const notification = this.notifications.get(id);
    if (!notification) throw new Error(`no notification ${id}`);
    return notification;
  }
}

/** Refund pushes of virtual payment count their repetitions in the event. */
function eventOf({ kind, event, attempts }: Notification): Record<string, unknown> {
  return kind === 'virtualRefund' ? { ...event, RetryTimes: attempts } : event;
}
