import type {
  DifferenceRow,
  EntryRow,
  MoneyRefundRow,
  ProposalRow,
  ReconciliationRow,
} from '../../shared/books/contract';
import { REMEDIES } from '../../shared/books/proposals';
import type { Difference } from '../differences/difference';
import type { JournalEntry } from '../journal/journal';
import { mayDecide } from '../proposals/deciding';
import type { Proposal } from '../proposals/proposal';
import {
  billTotal,
  feesInFen,
  journalTotal,
  type Reconciliation,
} from '../reconciliation/reconciliation';
import type { Refund } from '../refunds/refund';
import { accountName, entryName } from './names';

/** An entry as an admin reads it, with every line. */
export const entryRow = ({
  _id: entryId,
  kind,
  orderId,
  refundId,
  at,
  lines,
}: JournalEntry): EntryRow => ({
  entryId,
  kind,
  name: entryName(kind),
  ...(orderId !== undefined && { orderId }),
  ...(refundId !== undefined && { refundId }),
  at,
  lines: lines.map(({ account, fen }) => ({ account, name: accountName(account), fen })),
});

/** A difference as an admin reads it, with what may be proposed while it is open. */
export const differenceRow = ({
  _id: differenceId,
  evidence: _claimed,
  resolution,
  ...difference
}: Difference): DifferenceRow => ({
  differenceId,
  ...difference,
  remedies: difference.status === 'open' ? [...REMEDIES[difference.kind]] : [],
  ...(resolution && {
    resolution: {
      at: resolution.at,
      by: resolution.by,
      kind: resolution.kind,
      text: resolution.text,
    },
  }),
});

/** A proposal as one admin reads it. */
export const proposalRow =
  (reader: { readonly userId: string; readonly soleAdmin: boolean }) =>
  (proposal: Proposal): ProposalRow => {
    const { _id, kind, status, subject, summary, reason, madeBy, madeAt } = proposal;
    const { decidedBy, decidedAt, note, alone = false } = proposal;
    return {
      proposalId: _id,
      ...{ kind, status, subject, summary, reason, madeBy, madeAt, alone },
      ...(decidedBy && { decidedBy }),
      ...(decidedAt !== undefined && { decidedAt }),
      ...(note !== undefined && { note }),
      mayDecide: mayDecide(proposal, reader.userId, reader.soleAdmin),
    };
  };

/** A refund as an admin reads it, with its whole way. */
export const refundRow = (refund: Refund): MoneyRefundRow => {
  const { _id, orderId, title, buyer, origin, status, amount, reason } = refund;
  const { note, askedAt, tries, history } = refund;
  return {
    refundId: _id,
    ...{ orderId, title, buyer, origin, status, amount, reason, askedAt, tries },
    ...(note !== undefined && { note }),
    history: history.map(({ at, event, to, by }) => ({ at, event, to, by })),
  };
};

/** A provider's day as an admin reads it. */
export const reconciliationRow = ({
  provider,
  date,
  status,
  tally,
  finishedAt,
  note,
}: Reconciliation): ReconciliationRow => {
  const { matched, repaired, open, paid, refunded } = tally;
  const fees = feesInFen(tally);
  const totals = { paid, refunded, fees, bill: billTotal(tally), journal: journalTotal(tally) };
  return {
    ...{ provider, date, status, matched, repaired, open },
    ...(status !== 'waiting' && { totals }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(note !== undefined && { note }),
  };
};
