import type { Proposed } from '../../shared/books/contract';
import type { ProposalKind } from '../../shared/books/proposals';
import type { Result } from '../../shared/result';
import type { Transaction } from '../database';
import type { Ports } from '../ports';
import type { Proposal, Signature } from './proposal';

export type Remedial = Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>;

export type ProposedAs<K extends ProposalKind> = Extract<Proposed, { kind: K }>;

/** What a proposal is about, as it stands when it is made. */
export type About = {
  readonly subject: string;
  readonly orderId?: string;
  /** One Chinese sentence that says what will be done. */
  readonly summary: string;
};

/** Nothing written yet, or all of it: `fail` is given before the first write. */
export type Effect = Result<null, 'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE'>;

export type Preparation = Result<
  null,
  'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE' | 'PAYMENT_PROVIDER_BUSY' | 'COURSE_SOLD_OUT'
>;

/** An approved proposal inside the transaction of its effect. */
export type Deed = {
  readonly tx: Transaction;
  readonly ports: Remedial;
  readonly proposal: Proposal;
  readonly decidedBy: Signature;
  readonly now: number;
};

export type EffectCase<K extends ProposalKind> = Deed & { readonly proposed: ProposedAs<K> };

/** How one kind of proposal is made and carried out. */
export interface Remedy<K extends ProposalKind> {
  /** What it is about; fails where it makes no sense as things stand. */
  about(
    ports: Remedial,
    proposed: ProposedAs<K>,
  ): Promise<Result<About, 'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE'>>;
  /** What cannot happen inside a transaction and may be repeated: asking the provider, taking a seat. */
  prepare?(ports: Remedial, proposed: ProposedAs<K>, now: number): Promise<Preparation>;
  /** Everything it changes, in the transaction that notes the decision. Looks again at what it was about. */
  effect(effectCase: EffectCase<K>): Promise<Effect>;
}
