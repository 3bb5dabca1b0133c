import type { Request } from './request';
import { Timers, type Timed } from './timers';

type Alarm = Timed & { readonly request: Request; readonly wait: number };

/** While requests are on their way, no more time than this passes at once, in ms. */
const PATIENCE = 15_000;

/** The requests of a run: those that may be done now, and those whose time has not come. Keeps the virtual time. */
export class Queue {
  private readonly ready: Request[] = [];
  private readonly alarms = new Timers<Alarm>();
  private waiting: Request[] = [];
  private alarmsSet = 0;

  constructor(
    /** Epoch ms. */
    public time: number,
  ) {}

  add(request: Request): void {
    this.ready.push(request);
  }

  /** Keeps a request until its time has come. */
  sleep(request: Request, due: number): void {
    this.alarmsSet += 1;
    this.alarms.add({ due, order: this.alarmsSet, request, wait: request.waits });
  }

  /** Keeps a request until something is freed, at the latest until its time has come. */
  park(request: Request, due: number): void {
    request.parked = true;
    this.waiting.push(request);
    this.sleep(request, due);
  }

  /** Lets everything that was parked try again. */
  free(): void {
    const { waiting } = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    for (const request of waiting) if (request.parked) this.wake(request);
  }

  /** Lets time pass until there is something to do; tells why there is nothing. */
  await(until: number): 'idle' | 'time' | undefined {
    while (this.ready.length === 0) {
      const next = this.alarms.next;
      if (!next) return 'idle';
      if (next.due > until) {
        this.time = Math.max(this.time, until);
        return 'time';
      }
      this.time = Math.max(this.time, next.due);
      this.ring();
    }
    return this.time > until ? 'time' : undefined;
  }

  /**
   * Takes the request that 32 random bits choose. A few ms pass mostly; now and then so many that the next alarm
   * rings while requests are still on their way.
   */
  take(draw: number): Request {
    this.time += (draw >>> 3) & 15;
    const next = this.alarms.next;
    if (next && (draw & 7) === 0 && next.due - this.time <= PATIENCE) {
      this.time = Math.max(this.time, next.due);
    }
    this.ring();
    const { ready } = this;
    const at = (draw >>> 8) % ready.length;
    const request = ready[at] as Request;
    const last = ready.pop() as Request;
    if (last !== request) ready[at] = last;
    return request;
  }

  private ring(): void {
    for (let next = this.alarms.next; next && next.due <= this.time; next = this.alarms.next) {
      this.alarms.take();
      if (next.wait === next.request.waits) this.wake(next.request);
    }
  }

  private wake(request: Request): void {
    request.waits += 1;
    request.parked = false;
    this.ready.push(request);
  }
}
