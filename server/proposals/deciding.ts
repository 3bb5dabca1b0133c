import { fail, ok, type Result } from '../../shared/result';
import type { Proposal, Signature } from './proposal';
import { proposalsIn, proposalsOf, type Ending } from './proposals';
import { remedyFor } from './remedies';
import type { Effect, Preparation, Remedial } from './remedy';

type CodeOf<R> = R extends { readonly ok: false; readonly code: infer Code } ? Code : never;

type Refusal =
  | 'NOT_FOUND'
  | 'PROPOSAL_NOT_OPEN'
  | 'PROPOSAL_NEEDS_SECOND_PERSON'
  | CodeOf<Effect>
  | CodeOf<Preparation>;

/** An admin's word on a proposal. */
export type Verdict = {
  readonly proposalId: string;
  readonly decision: 'approve' | 'reject';
  readonly note: string;
  readonly decidedBy: Signature;
  /** Whether the deployment says that there is only one admin, who may then decide on their own proposals. */
  readonly soleAdmin: boolean;
  readonly now: number;
};

/** Whether somebody may decide on a proposal: it takes two, unless the shop has a single admin. */
export const mayDecide = (
  { status, madeBy }: Pick<Proposal, 'status' | 'madeBy'>,
  userId: string,
  soleAdmin: boolean,
): boolean => status === 'open' && (soleAdmin || madeBy.userId !== userId);

/** Decides on a proposal; approving carries it out in the transaction that notes who approved, or not at all. */
export const decideProposal = async (
  ports: Remedial,
  verdict: Verdict,
): Promise<Result<Proposal, Refusal>> => {
  const proposal = await proposalsOf(ports.db).get(verdict.proposalId);
  if (!proposal) return fail('NOT_FOUND');
  if (proposal.status !== 'open') return fail('PROPOSAL_NOT_OPEN');
  if (!mayDecide(proposal, verdict.decidedBy.userId, verdict.soleAdmin)) {
    return fail('PROPOSAL_NEEDS_SECOND_PERSON');
  }
  return verdict.decision === 'approve'
    ? approve(ports, proposal, verdict)
    : reject(ports, proposal, verdict);
};

const endingOf = (
  status: 'approved' | 'rejected',
  { madeBy }: Proposal,
  { decidedBy, note, now }: Verdict,
): Ending => ({
  status,
  decidedBy,
  decidedAt: now,
  ...(note && { note }),
  ...(madeBy.userId === decidedBy.userId && { alone: true }),
});

const reject = async (
  { db }: Remedial,
  proposal: Proposal,
  verdict: Verdict,
): Promise<Result<Proposal, Refusal>> => {
  const ending = endingOf('rejected', proposal, verdict);
  const ended = await proposalsOf(db).end(proposal, ending);
  return ended ? ok({ ...proposal, ...ending }) : fail('PROPOSAL_NOT_OPEN');
};

const approve = async (
  ports: Remedial,
  { _id, kind, proposed }: Proposal,
  verdict: Verdict,
): Promise<Result<Proposal, Refusal>> => {
  const { decidedBy, now } = verdict;
  const remedy = remedyFor(kind);
  const ready = (await remedy.prepare?.(ports, proposed, now)) ?? ok(null);
  if (!ready.ok) return ready;
  return ports.db.transaction(async (tx): Promise<Result<Proposal, Refusal>> => {
    const proposal = await proposalsIn(tx).get(_id);
    if (proposal?.status !== 'open') return fail('PROPOSAL_NOT_OPEN');
    const about = { proposal, proposed, decidedBy };
    const done = await remedy.effect({ tx, ports, ...about, now });
    if (!done.ok) return done;
    const ending = endingOf('approved', proposal, verdict);
    await proposalsIn(tx).end(proposal, ending);
    return ok({ ...proposal, ...ending });
  });
};

/** Takes back one's own proposal while it is open. */
export const withdrawProposal = async (
  { db }: Pick<Remedial, 'db'>,
  { proposalId, userId, now }: { proposalId: string; userId: string; now: number },
): Promise<Result<Proposal, 'NOT_FOUND' | 'PROPOSAL_NOT_OPEN'>> => {
  const proposals = proposalsOf(db);
  const proposal = await proposals.get(proposalId);
  if (!proposal || proposal.madeBy.userId !== userId) return fail('NOT_FOUND');
  const ending = { status: 'withdrawn', decidedAt: now } as const;
  const ended = await proposals.end(proposal, ending);
  return ended ? ok({ ...proposal, ...ending }) : fail('PROPOSAL_NOT_OPEN');
};
