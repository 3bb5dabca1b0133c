import type { Proposal } from '../../proposals/proposal';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';

type ProposalCase = { readonly proposal: Proposal };

/** Whether two people stand behind a decision, or one where the shop has but one and says so. */
const isByTwo = ({ madeBy, decidedBy, alone = false }: Proposal): boolean =>
  (decidedBy?.userId === madeBy.userId) === alone;

const findSignatures = ({ proposal }: ProposalCase): string[] => {
  const { status, madeBy, reason, decidedBy, decidedAt } = proposal;
  const decided = status === 'approved' || status === 'rejected';
  return [
    ...unless(madeBy.userId !== '', 'nobody made it'),
    ...unless(reason.trim() !== '', 'it gives no reason'),
    ...unless(!decided || decidedBy !== undefined, 'nobody decided it'),
    ...unless(!decided || decidedAt !== undefined, 'it was decided at no time'),
    ...unless(status !== 'approved' || isByTwo(proposal), 'nobody else agreed to it'),
    ...unless(decided || decidedBy === undefined, `it is ${status} and yet decided`),
  ];
};

const findLock = ({ proposal: { _id, kind, subject, status, openKey } }: ProposalCase): string[] =>
  differs('its lock', { is: openKey, wanted: status === 'open' ? `${kind}:${subject}` : _id });

const PROPOSAL_CHECKS: readonly Check<ProposalCase>[] = [
  { id: 'INV28', find: findSignatures },
  { id: 'INV28', find: findLock },
];

/** Everything that is wrong with what admins decided together. */
export const auditProposal = (proposal: Proposal, moment: Moment): Violation[] =>
  examine(PROPOSAL_CHECKS, { subject: proposal._id, caseFile: { proposal }, moment });
