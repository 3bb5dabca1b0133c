import { audit as contract } from '../../shared/audit/contract';
import { ok } from '../../shared/result';
import { auditOf, auditsOf, newAudit, type NightlyAudit } from '../../server/audit/nightly/audits';
import { goOn } from '../../server/audit/nightly/run';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { dayOf } from '../../server/reconciliation/days';

export const handler = defineFunction(contract, {
  reads: (_event, { now }) => ({ begun: auditOf(dayOf(now)) }),
  run: async (_event, context) => {
    const { db, now, found } = context;
    const begun = found.begun ?? newAudit(dayOf(now), now);
    const isMine = found.begun !== undefined || (await auditsOf(db).begin(begun));
    const audit = isMine ? await goOn(context, begun) : begun;
    return ok(summaryOf(audit));
  },
});

const summaryOf = ({ date, status, violations, progress }: NightlyAudit) => ({
  date,
  status,
  violations,
  looked: Object.values(progress.looked).reduce((sum, count) => sum + count, 0),
});

export const main = live(handler);
