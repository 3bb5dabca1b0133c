import type { Proposed } from '../../shared/books/contract';
import { fail, ok, type Result } from '../../shared/result';
import type { Proposal, Signature } from './proposal';
import { proposalsOf } from './proposals';
import { remedyFor } from './remedies';
import type { Remedial } from './remedy';

type Refusal = 'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE' | 'PROPOSAL_EXISTS' | 'REQUEST_REUSED';

type Wish = {
  readonly requestId: string;
  readonly proposed: Proposed;
  readonly reason: string;
  readonly madeBy: Signature;
  readonly now: number;
};

/** Makes a proposal for another admin to decide on; nothing else changes. The same request makes it once. */
export const propose = async (ports: Remedial, wish: Wish): Promise<Result<Proposal, Refusal>> => {
  const { requestId, proposed, reason, madeBy, now } = wish;
  const _id = ports.ids.derived('prp', madeBy.userId, requestId);
  const proposals = proposalsOf(ports.db);
  const earlier = await proposals.get(_id);
  if (earlier) return isSame(earlier, wish) ? ok(earlier) : fail('REQUEST_REUSED');

  const { kind } = proposed;
  const about = await remedyFor(kind).about(ports, proposed);
  if (!about.ok) return about;
  const openKey = `${kind}:${about.data.subject}`;
  const made = { kind, openKey, proposed, reason, madeBy, madeAt: now, status: 'open' } as const;
  const proposal: Proposal = { _id, ...about.data, ...made };
  if (await proposals.insertOnce(proposal)) return ok(proposal);
  const twin = await proposals.get(_id);
  return twin && isSame(twin, wish) ? ok(twin) : fail('PROPOSAL_EXISTS');
};

const isSame = (earlier: Proposal, { proposed, reason }: Wish): boolean =>
  earlier.reason === reason && sameFields(earlier.proposed, proposed);

/** Compared without regard to the order of fields, which the database need not keep. */
const sameFields = (one: object, other: object): boolean => sorted(one) === sorted(other);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
