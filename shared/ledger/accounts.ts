import type { Fen } from '../money';

/** An account by name; an earner's and a provider's carry an id. */
export type Account =
  | `psp:${string}`
  | 'bank'
  | EarnerAccount
  | 'refundPayable'
  | 'payoutTransit'
  | 'suspense'
  | 'membershipPool'
  | 'teachersDue'
  | 'revenue:commission'
  | 'revenue:refunded'
  | 'revenue:membership'
  | 'expense:fee'
  | 'expense:promotion'
  | 'expense:goodwill';

/** Where an earner's money is: still in the refund window, theirs to be paid out, or owed back by them. */
export type EarnerBucket = 'pending' | 'available' | 'receivable';
type EarnerAccount = `earner:${string}:${EarnerBucket}`;

export const earnerAccount = (earnerId: string, bucket: EarnerBucket): EarnerAccount =>
  `earner:${earnerId}:${bucket}`;

export const psp = (provider: string): Account => `psp:${provider}`;

/** One side of an entry: debits are positive, credits negative. */
export type Line = { readonly account: Account; readonly fen: Fen };

/** The lines of an entry; accounts that nothing happens to are left out. */
export const lines = (...all: (readonly [Account, Fen])[]): Line[] =>
  all.filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, fen: amount }));

/** The first account of these patterns that a name fits says on which side the account stands. */
const SIDES: readonly (readonly [pattern: RegExp, side: Side])[] = [
  [/^psp:|^earner:.+:receivable$/, 'debit'],
  [/^earner:.+:(pending|available)$/, 'credit'],
  [/^(refundPayable|payoutTransit|suspense|membershipPool|teachersDue)$/, 'credit'],
];

/** `debit`: never below zero; `credit`: never above; `either`: income, expenses, and the bank, which the books see in part. */
export type Side = 'debit' | 'credit' | 'either';

/** On which side of zero the balance of an account always is (INV6). */
export const sideOf = (account: string): Side =>
  SIDES.find(([pattern]) => pattern.test(account))?.[1] ?? 'either';
