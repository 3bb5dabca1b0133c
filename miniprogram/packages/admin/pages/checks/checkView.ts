import { INVARIANTS } from '../../../../../shared/audit/invariants';
import type { AuditRow, ReconciliationRow } from '../../../../../shared/books/contract';
import { minute } from '../../../../lib/format';
import { providerWord } from '../../moneyWords';

const RECONCILED: Readonly<Record<ReconciliationRow['status'], { word: string; chip: string }>> = {
  waiting: { word: '等待账单', chip: '' },
  working: { word: '核对中', chip: '' },
  balanced: { word: '已对平', chip: 'chip--success' },
  differs: { word: '有差异', chip: 'chip--brand' },
};

const totalsOf = ({ totals }: ReconciliationRow) =>
  totals
    ? [
        { name: '收款', fen: totals.paid },
        { name: '退款', fen: totals.refunded },
        { name: '手续费', fen: totals.fees },
        { name: '账单净额', fen: totals.bill },
        { name: '账本净额', fen: totals.journal, strong: true },
      ]
    : [];

/** A day of a provider, in words. */
export const reconciliationView = (row: ReconciliationRow) => ({
  key: `${row.provider}:${row.date}`,
  kind: 'reconciliation' as const,
  title: `${providerWord(row.provider)} ${row.date}`,
  label: RECONCILED[row.status],
  counts: [
    { word: '一致', count: row.matched },
    { word: '自动补记', count: row.repaired },
    { word: '待查', count: row.open },
  ],
  open: row.open,
  date: row.date,
  totals: totalsOf(row),
  note: row.note ?? '',
  when: row.finishedAt === undefined ? '' : `${minute(row.finishedAt)} 完成`,
});

const AUDITED = {
  good: { word: '全部通过', chip: 'chip--success' },
  bad: { word: '有异常', chip: 'chip--brand' },
  running: { word: '进行中', chip: '' },
} as const;

const auditLabel = ({ violations, finishedAt }: AuditRow) => {
  if (violations > 0) return AUDITED.bad;
  return finishedAt === undefined ? AUDITED.running : AUDITED.good;
};

/** Each rule of the books, with what an audit found against it. */
const rulesOf = ({ findings, finishedAt }: AuditRow) =>
  Object.entries(INVARIANTS).map(([id, { title }]) => {
    const found = findings.filter(({ invariant }) => invariant === id);
    return {
      id,
      title,
      good: found.length === 0,
      done: finishedAt !== undefined,
      found: found.map(({ subject, detail }) => ({ subject, detail })),
    };
  });

/** Broken rules first: they are what an admin looks for. */
const brokenFirst = <Rule extends { readonly good: boolean }>(rules: readonly Rule[]): Rule[] => [
  ...rules.filter(({ good }) => !good),
  ...rules.filter(({ good }) => good),
];

/** A run of the auditor, in words. */
export const auditView = (row: AuditRow) => ({
  key: row.date,
  kind: 'audit' as const,
  title: row.date,
  label: auditLabel(row),
  violations: row.violations,
  rules: brokenFirst(rulesOf(row)),
  when: row.finishedAt === undefined ? '' : `${minute(row.finishedAt)} 完成`,
});

export type CheckView = ReturnType<typeof reconciliationView> | ReturnType<typeof auditView>;
