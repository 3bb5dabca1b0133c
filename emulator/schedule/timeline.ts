import type { MovableClock } from '../clock';
import type { DueItem, DueSource } from './agenda';
import type { Travel } from './travel';

const TICK_MS = 200;

/**
 * Runs what falls due: as real time passes, and in order when somebody moves the clock.
 * `failed` is told what a due item threw; nothing due may stop the clock.
 */
export class Timeline {
  private timer: NodeJS.Timeout | undefined;
  private moving: Promise<void> = Promise.resolve();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly clock: MovableClock,
    private readonly sources: DueSource[],
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Begins to run what real time makes due. */
  start(): void {
    if (this.stopped) return;
    this.timer = setInterval(() => {
      this.runOverdue();
    }, TICK_MS);
    this.timer.unref();
  }

  /**
   * Moves the clock by `ms`, stopping at every moment at which something is due and waiting for it.
   * A long move passes over most runs of what recurs (`travel.ts`). Moves queue behind one another.
   */
  async advance(ms: number): Promise<void> {
    const move = this.moving.then(() => this.move(ms));
    this.moving = move.catch(() => undefined);
    return move;
  }

  /** Stops ticking and waits for what is running. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.moving;
    await Promise.all(this.running);
  }

  private async move(ms: number): Promise<void> {
    clearInterval(this.timer);
    try {
      await Promise.all(this.running);
      const from = this.clock.now();
      const until = from + ms;
      for (let item = this.dueBy(until); item; item = this.dueBy(until)) {
        this.clock.advance(Math.max(0, item.due - this.clock.now()));
        await this.attempt(item, { from, until });
      }
      this.clock.advance(Math.max(0, until - this.clock.now()));
    } finally {
      this.start();
    }
  }

  private runOverdue(): void {
    for (let item = this.dueBy(this.clock.now()); item; item = this.dueBy(this.clock.now())) {
      const run = this.attempt(item).finally(() => this.running.delete(run));
      this.running.add(run);
    }
  }

  private dueBy(moment: number): DueItem | undefined {
    const items = this.sources.map((source) => source.next()).filter((item) => item !== undefined);
    const first = items.sort((a, b) => a.due - b.due)[0];
    return first && first.due <= moment ? first : undefined;
  }

  private async attempt(item: DueItem, travel?: Travel): Promise<void> {
    try {
      await item.run(travel);
    } catch (error) {
      this.failed(error);
    }
  }
}
