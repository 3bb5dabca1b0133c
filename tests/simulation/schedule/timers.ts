/** Something that is due at a moment of virtual time. */
export interface Timed {
  due: number;
  /** Breaks ties: what was set first is due first. */
  order: number;
}

const isBefore = (a: Timed, b: Timed): boolean =>
  a.due < b.due || (a.due === b.due && a.order < b.order);

/** What is due next, and next after it: a binary heap. */
export class Timers<T extends Timed> {
  private readonly heap: T[] = [];

  get next(): T | undefined {
    return this.heap[0];
  }

  get size(): number {
    return this.heap.length;
  }

  add(timed: T): void {
    const { heap } = this;
    let at = heap.push(timed) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(timed, heap[above] as T)) break;
      heap[at] = heap[above] as T;
      at = above;
    }
    heap[at] = timed;
  }

  take(): T | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) this.sink(last);
    return first;
  }

  private sink(timed: T): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as T, heap[below] as T)) below += 1;
      if (!isBefore(heap[below] as T, timed)) break;
      heap[at] = heap[below] as T;
      at = below;
    }
    heap[at] = timed;
  }
}
