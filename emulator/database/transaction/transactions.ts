import { transactionNotExist } from '../errors';
import type { Shared } from './plain';
import { Transaction } from './transaction';

interface Open {
  transaction: Transaction;
  expiry: NodeJS.Timeout;
}

/** The open transactions; each lives for a limited real time. */
export class Transactions {
  private readonly open = new Map<string, Open>();

  constructor(
    private readonly shared: Shared,
    private readonly lifeMs: number,
  ) {}

  start(): string {
    const transaction = new Transaction(this.shared);
    const expiry = setTimeout(() => this.drop(transaction.id), this.lifeMs);
    expiry.unref();
    this.open.set(transaction.id, { transaction, expiry });
    return transaction.id;
  }

  /** Finds an open transaction; one that has ended in any way is an error. */
  get(id: string): Transaction {
    const found = this.open.get(id);
    if (!found) throw transactionNotExist();
    return found.transaction;
  }

  commit(id: string): void {
    const transaction = this.get(id);
    try {
      transaction.commit();
    } finally {
      this.drop(id);
    }
  }

  abort(id: string): void {
    this.get(id);
    this.drop(id);
  }

  /** Ends a transaction without its writes, if it is still open. */
  drop(id: string): void {
    const found = this.open.get(id);
    if (!found) return;
    clearTimeout(found.expiry);
    this.open.delete(id);
    found.transaction.end();
  }

  dropAll(): void {
    for (const id of [...this.open.keys()]) this.drop(id);
  }
}
