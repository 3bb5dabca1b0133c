import { transactionBusy } from '../errors';

/** Signals, inside this database only, that a plain write must wait for a resource. */
export class Blocked extends Error {
  constructor(readonly resource: string) {
    super(`waiting for ${resource}`);
  }
}

/** Documents and unique keys that open transactions have written. */
export class Locks<Owner> {
  private readonly owners = new Map<string, Owner>();
  private readonly waiters = new Map<string, (() => void)[]>();

  ownerOf(resource: string): Owner | undefined {
    return this.owners.get(resource);
  }

  take(resource: string, owner: Owner): void {
    this.owners.set(resource, owner);
  }

  releaseAll(owner: Owner): void {
    for (const [resource, holder] of this.owners) {
      if (holder === owner) this.release(resource);
    }
  }

  private release(resource: string): void {
    this.owners.delete(resource);
    const waiting = this.waiters.get(resource) ?? [];
    this.waiters.delete(resource);
    for (const wake of waiting) wake();
  }

  /** Resolves when the resource is free; past the deadline (real time) it is an error. */
  async released(resource: string, deadline: number): Promise<void> {
    while (this.owners.has(resource)) {
      const left = deadline - Date.now();
      if (left <= 0) throw transactionBusy();
      await this.wakeOrTimeout(resource, left);
    }
  }

  private wakeOrTimeout(resource: string, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiters.set(resource, [...(this.waiters.get(resource) ?? []), wake]);
    });
  }
}
