import type { ProposalKind } from '../../../shared/books/proposals';
import type { Remedy } from '../remedy';
import { ACCESS_REMEDIES } from './access';
import { LEDGER_REMEDIES } from './ledger';
import { PAYMENT_REMEDIES } from './payments';
import { REFUND_REMEDIES } from './refunds';

const REMEDIES: { readonly [K in ProposalKind]: Remedy<K> } = {
  ...PAYMENT_REMEDIES,
  ...REFUND_REMEDIES,
  ...ACCESS_REMEDIES,
  ...LEDGER_REMEDIES,
};

/** How a kind of proposal is made and carried out; it must be handed a proposal of that kind. */
export const remedyFor = (kind: ProposalKind): Remedy<ProposalKind> =>
  REMEDIES[kind] as Remedy<ProposalKind>;
