import type { Input, Output } from '../../shared/contract';
import type { manageMoney } from '../../shared/books/contract';
import { fail, ok, type Result } from '../../shared/result';
import { userOf } from '../caller';
import type { Context } from '../context';
import type { Difference } from '../differences/difference';
import { differencesListed } from '../differences/differences';
import { mapPage, readPage } from '../paging';
import type { Proposal } from '../proposals/proposal';
import { proposalsListed } from '../proposals/proposals';
import type { Reconciliation } from '../reconciliation/reconciliation';
import { reconcileAgain } from '../reconciliation/reconcileDay';
import { reconciliationsListed } from '../reconciliation/reconciliations';
import { refundsInTrouble } from '../refunds/listings';
import type { Refund } from '../refunds/refund';
import { auditRow, auditsListed, type KeptAudit } from './audits';
import { journalPage } from './journalPage';
import { orderFile } from './orderFile';
import { overview } from './overview';
import { differenceRow, entryRow, proposalRow, reconciliationRow, refundRow } from './rows';

type Action = Input<typeof manageMoney>;
type Asked<A extends Action['action']> = Extract<Action, { action: A }>;
type View = Output<typeof manageMoney>;
type Answer = Promise<Result<View, 'NOT_FOUND'>>;

/** Who reads, as far as it decides what they may do. */
export const readerOf = ({ caller, settings }: Pick<Context, 'caller' | 'settings'>) => ({
  userId: userOf(caller)._id,
  soleAdmin: settings.soleAdmin,
});

/** How each of the books is read. */
export const READINGS = {
  overview: async (_asked: Asked<'overview'>, context: Context): Answer =>
    ok(await overview(context)),

  journal: async ({ cursor, ...wanted }: Asked<'journal'>, { db }: Context): Answer => {
    const page = await journalPage(db, wanted, cursor);
    return ok({ view: 'journal', ...mapPage(page, entryRow) });
  },

  order: async ({ orderId }: Asked<'order'>, context: Context): Answer => {
    const file = await orderFile(context.db, orderId, readerOf(context));
    return file ? ok(file) : fail('NOT_FOUND');
  },

  differences: async ({ status, cursor }: Asked<'differences'>, { db }: Context): Answer => {
    const page = await readPage<Difference>(db, differencesListed(status), cursor);
    return ok({ view: 'differences', ...mapPage(page, differenceRow) });
  },

  proposals: async ({ status, cursor }: Asked<'proposals'>, context: Context): Answer => {
    const page = await readPage<Proposal>(context.db, proposalsListed(status), cursor);
    return ok({ view: 'proposals', ...mapPage(page, proposalRow(readerOf(context))) });
  },

  refunds: async ({ cursor }: Asked<'refunds'>, { db }: Context): Answer => {
    const page = await readPage<Refund>(db, refundsInTrouble, cursor);
    return ok({ view: 'refunds', ...mapPage(page, refundRow) });
  },

  reconciliations: async ({ cursor }: Asked<'reconciliations'>, { db }: Context): Answer => {
    const page = await readPage<Reconciliation>(db, reconciliationsListed(), cursor);
    return ok({ view: 'reconciliations', ...mapPage(page, reconciliationRow) });
  },

  reconcileAgain: async (
    { provider, date }: Asked<'reconcileAgain'>,
    { db, now }: Context,
  ): Answer => {
    if (!(await reconcileAgain(db, { provider, date }, now))) return fail('NOT_FOUND');
    const page = await readPage<Reconciliation>(db, reconciliationsListed());
    return ok({ view: 'reconciliations', ...mapPage(page, reconciliationRow) });
  },

  audits: async ({ cursor }: Asked<'audits'>, { db }: Context): Answer => {
    const page = await readPage<KeptAudit>(db, auditsListed(), cursor);
    return ok({ view: 'audits', ...mapPage(page, auditRow) });
  },
};
