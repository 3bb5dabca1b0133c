import type { Proposed } from '../../shared/books/contract';
import type { PROPOSAL_STATUSES, ProposalKind } from '../../shared/books/proposals';

/** What one admin wants done with money or rights, and what another said to it. Never removed. */
export type Proposal = {
  readonly _id: string;
  readonly kind: ProposalKind;
  /** The difference, refund, order, user or provider's day it is about. */
  readonly subject: string;
  /** `${kind}:${subject}` while it is open, its own id afterwards: unique, so nothing is proposed twice at a time. */
  readonly openKey: string;
  /** One Chinese sentence that says what will be done. */
  readonly summary: string;
  /** What was asked for, whole. */
  readonly proposed: Proposed;
  /** The order it is about, where there is one. */
  readonly orderId?: string;
  readonly reason: string;
  readonly madeBy: Signature;
  readonly madeAt: number;
  readonly status: (typeof PROPOSAL_STATUSES)[number];
  readonly decidedBy?: Signature;
  readonly decidedAt?: number;
  readonly note?: string;
  /** Decided by its maker, in a shop with a single admin. */
  readonly alone?: boolean;
};

/** Who put their name to something. */
export type Signature = { readonly userId: string; readonly nickname: string };
