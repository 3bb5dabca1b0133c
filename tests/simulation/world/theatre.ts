import { callbackReply } from '../../../server/orders/callbackReply';
import type { Order } from '../../../server/orders/order';
import { Fortune } from '../provider/adversity';
import { Provider } from '../provider';
import { type Coverage, type Plan, type Process, Schedule, siteOf } from '../schedule';
import { subjectsOf, type CallRecord } from './calls';
import { newShop, userIdOf } from './cast';
import { daysWithBills } from './days';
import { offersAt } from './offers';
import type { Past } from './past';
import { FUNCTIONS, type Answer } from './functions';
import { House } from './house';
import { Judge } from './judge';
import type { Script } from './script';
import type { Caller, Stage, Stored } from './stage';

const THOUGHT = siteOf('a thought', 'step');
const AT_CASHIER = siteOf('at the cashier', 'step');
const WECHAT = siteOf('WeChat acts', 'step');

/** How a script is to be performed. */
export type Direction = {
  readonly plan?: Plan;
  readonly coverage?: Coverage;
  readonly record?: boolean;
  /** Adversities to leave out, by name. */
  readonly dropped?: ReadonlySet<string>;
  /** Orders the I/O by another seed than the script's. */
  readonly orderSeed?: number | string;
};

/** The shop, its people and WeChat Pay on one schedule. */
export class Theatre implements Stage {
  readonly THOUGHT = THOUGHT;
  readonly AT_CASHIER = AT_CASHIER;
  readonly schedule: Schedule;
  readonly provider: Provider;
  readonly fortune: Fortune;
  readonly judge = new Judge();
  readonly calls: CallRecord[] = [];
  /** When WeChat or a story does something next, by virtual time. */
  readonly due = new Map<number, number>();
  readonly house: House;
  private appointments = 0;
  private callsUnderWay = 0;

  constructor(script: Script, direction: Direction, past?: Past) {
    const { plan, coverage, record, dropped, orderSeed } = direction;
    this.schedule = new Schedule({
      seed: orderSeed ?? script.seed,
      startAt: script.startAt,
      skewMs: script.skewMs,
      ...(plan && { plan }),
      ...(coverage && { coverage }),
      ...(record && { record }),
    });
    this.fortune = new Fortune(script.seed, script.adversity, dropped);
    this.provider = new Provider({
      fortune: this.fortune,
      now: () => this.schedule.now(),
      agenda: { after: (ms, what, act) => this.after(ms, what, act) },
      bills: script.books,
      deliver: (event) => this.deliver(event),
    });
    this.house = new House(this.schedule, this.provider, this.judge);
    this.house.fill(newShop(script.refundDays));
    this.house.fill(offersAt(script.startAt));
    if (script.books) this.house.fill({ reconciliations: daysWithBills(script) });
    if (past) this.remember(past);
  }

  /** Begins with what was before: every document, and what WeChat Pay knows. */
  private remember({ documents, payments }: Past): void {
    this.house.fill(documents);
    for (const payment of payments) {
      this.provider.book.payments.set(payment.orderId, structuredClone(payment));
    }
  }

  /** Virtual time, epoch ms. */
  now(): number {
    return this.schedule.now();
  }

  /** Whether any function is at work. */
  get isBusy(): boolean {
    return this.callsUnderWay > 0;
  }

  call(name: string, event: object, caller: Caller): Process<Answer> {
    const fields = event as Readonly<Record<string, unknown>>;
    const record: CallRecord = {
      name,
      who: caller.openid ?? caller.source,
      subjects: subjectsOf(fields),
      from: this.schedule.now(),
    };
    this.calls.push(record);
    this.callsUnderWay += 1;
    const run = FUNCTIONS[name];
    if (!run) throw new Error(`there is no function ${name}`);
    const process = this.schedule.spawn(`${name} of ${record.who}`, async (instance) => {
      const ports = this.house.portsFor(instance, caller);
      return (await run(ports)(event)) as Answer;
    });
    void process.ended.then((outcome) => {
      this.callsUnderWay -= 1;
      record.to = this.schedule.now();
      record.outcome = outcome.kind;
      if (outcome.kind === 'done')
        record.code = outcome.value.ok ? 'ok' : String(outcome.value.code);
    });
    return process;
  }

  async runTimer(name: string): Promise<void> {
    const caller = { source: 'wx_trigger' };
    const first = await this.call(name, {}, caller).ended;
    if (first.kind !== 'done' || !first.value.ok) await this.call(name, {}, caller).ended;
  }

  doAtOnce(act: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.schedule.spawn('behind the stage', async (process) => {
        await process.io(THOUGHT, act);
        resolve();
      });
    });
  }

  change(collection: string, id: string, fields: object): void {
    this.house.cloud.change(collection, id, fields);
  }

  ordersOf(openid: string): Order[] {
    return [...this.documents('orders')]
      .filter(({ userId }) => userId === userIdOf(openid))
      .sort((one, other) => one.createdAt - other.createdAt || (one._id < other._id ? -1 : 1));
  }

  documents<Name extends keyof Stored>(collection: Name): readonly Stored[Name][] {
    return this.house.cloud.documents<Stored[Name]>(collection);
  }

  /** Lets something happen later, by virtual time. */
  after(ms: number, what: string, act: () => void): void {
    const appointment = (this.appointments += 1);
    this.due.set(appointment, this.schedule.now() + Math.ceil(ms));
    this.schedule.spawn(what, async (process) => {
      await process.sleep(ms, WECHAT);
      await process.io(WECHAT, () => {
        this.due.delete(appointment);
        act();
      });
    });
  }

  /** Lets so much virtual time pass, also when nobody has anything to do. */
  async pass(ms: number): Promise<void> {
    const until = this.schedule.now() + ms;
    this.schedule.spawn('time', (process) => process.sleep(ms, WECHAT));
    await this.schedule.run({ until });
  }

  /** WeChat tells the shop; true when the shop took it. */
  private async deliver(event: Readonly<Record<string, unknown>>): Promise<boolean> {
    const outcome = await this.call('payCallback', event, { source: 'wx_paycallback' }).ended;
    if (outcome.kind !== 'done') return false;
    const { errcode, ErrCode } = callbackReply(event, outcome.value.ok);
    return errcode === 0 || ErrCode === 0;
  }
}
