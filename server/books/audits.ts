import type { AuditRow } from '../../shared/books/contract';
import type { Listing } from '../paging';

/** What the auditor leaves of each of its runs. */
export type KeptAudit = AuditRow & { readonly _id: string; readonly startedAt: number };

/** Audits in pages, latest first. */
export const auditsListed = (size = 20): Listing => ({
  collection: 'audits',
  where: {},
  sortBy: 'startedAt',
  size,
});

/** An audit as an admin reads it. */
export const auditRow = ({
  date,
  status,
  violations,
  finishedAt,
  findings,
}: KeptAudit): AuditRow => ({
  ...{ date, status, violations, findings },
  ...(finishedAt !== undefined && { finishedAt }),
});
