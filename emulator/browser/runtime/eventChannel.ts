type Listener = (...args: unknown[]) => void;

/** The channel between a page and the page it opened (wx.navigateTo `events`, getOpenerEventChannel). */
export class EventChannel {
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(initial: Record<string, Listener> = {}) {
    for (const [name, listener] of Object.entries(initial)) this.on(name, listener);
  }

  on(name: string, listener: Listener): void {
    const known = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, known.add(listener));
  }

  once(name: string, listener: Listener): void {
    const once: Listener = (...args) => {
      this.off(name, once);
      listener(...args);
    };
    this.on(name, once);
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener);
    else this.listeners.delete(name);
  }

  emit(name: string, ...args: unknown[]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(...args);
  }
}
