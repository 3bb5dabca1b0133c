import type { MoneyOverview } from '../../shared/books/contract';
import type { Context } from '../context';
import { differencesOf } from '../differences/differences';
import { pageReads } from '../paging';
import { proposalsOf } from '../proposals/proposals';
import type { Reconciliation } from '../reconciliation/reconciliation';
import { reconciliationsListed } from '../reconciliation/reconciliations';
import { refundsOf } from '../refunds/refunds';
import { auditRow, auditsListed, type KeptAudit } from './audits';
import { foldJournal } from './balances';
import { reconciliationRow } from './rows';

/** So many of the last days are shown. */
const SHOWN = 6;

/** The state of the books at a glance; every figure can be followed into the journal. */
export const overview = async ({ db, ids, now }: Context): Promise<MoneyOverview> => {
  const [folded, openDifferences, openProposals, refundsInTrouble, latest] = await Promise.all([
    foldJournal(db, now),
    differencesOf(db, ids).countOpen(),
    proposalsOf(db).countOpen(),
    refundsOf(db).countAbnormal(),
    db.together({
      days: pageReads<Reconciliation>(reconciliationsListed(SHOWN)).beyond,
      audits: pageReads<KeptAudit>(auditsListed(SHOWN)).beyond,
    }),
  ]);
  return {
    view: 'overview',
    ...folded,
    openDifferences,
    openProposals,
    refundsInTrouble,
    reconciliations: latest.days.slice(0, SHOWN).map(reconciliationRow),
    audits: latest.audits.slice(0, SHOWN).map(auditRow),
  };
};
