import type { Fortune } from './adversity';
import type { OrderBook } from './orderBook';

/** What the provider stands in: the network before it, its clock, its luck and its book. */
export type ProviderWorld = {
  /** Sends a call over the network: the schedule decides when it arrives and what becomes of the answer. */
  readonly io: <T>(site: string, effect: () => T) => Promise<T>;
  readonly now: () => number;
  readonly fortune: Fortune;
  readonly book: OrderBook;
  readonly account: Account;
  /** A refund was taken in: its fate follows. */
  readonly refundTaken: (number: string) => void;
  /** So was a sharing. */
  readonly sharingTaken: (number: string) => void;
};

/** Whose account the money goes to. */
export type Account = {
  readonly merchant: string;
  readonly appId: string;
  readonly offerId: string;
};

/** A message of the provider's to the shop. */
export type Notice = {
  readonly about: string;
  readonly event: Readonly<Record<string, unknown>>;
  /** Whether it may be lost for good: only where the shop has another way to learn of it. */
  readonly mayBeLost: boolean;
};

/** How the provider acts on its own: by virtual time. */
export type Agenda = {
  readonly after: (ms: number, what: string, act: () => void) => void;
};
