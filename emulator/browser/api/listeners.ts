import type { ApiTable } from './asyncApi';

type Listener = (argument: unknown) => void;

/** The listeners behind a pair of wx.onX / wx.offX. */
export class ListenerSet {
  private readonly listeners = new Set<Listener>();

  add(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Removes one listener, or all when none is named. */
  remove(listener?: Listener): void {
    if (listener) this.listeners.delete(listener);
    else this.listeners.clear();
  }

  fire(argument: unknown): void {
    for (const listener of [...this.listeners]) listener(argument);
  }

  /** The two functions `onName` and `offName`. */
  api(name: string): ApiTable {
    return {
      [`on${name}`]: (listener: Listener) => this.add(listener),
      [`off${name}`]: (listener?: Listener) => this.remove(listener),
    };
  }
}
