import type { Proposed } from '../../../../../shared/books/contract';
import type { ProposalKind } from '../../../../../shared/books/proposals';
import { parseYuan } from '../../../../../shared/money';
import { day } from '../../../../lib/format';

/** What an admin fills in for a proposal besides its reason, as typed. */
export type ProposalForm = {
  readonly evidence: string;
  readonly refundNumber: string;
  readonly provider: 'cloudPay' | 'virtualPay';
  readonly date: string;
  /** In yuan. */
  readonly amount: string;
  readonly reference: string;
};

type Field = keyof ProposalForm;
type Without<Whole, Key extends PropertyKey> = Whole extends unknown ? Omit<Whole, Key> : never;

/** A proposal as a page begins it: what it is about; the rest is filled in. */
export type ProposalDraft = Without<Proposed, Field>;

const DAY_MS = 24 * 60 * 60_000;

export const emptyForm = (): ProposalForm => ({
  evidence: '',
  refundNumber: '',
  provider: 'cloudPay',
  date: day(Date.now() - DAY_MS),
  amount: '',
  reference: '',
});

const FIELDS: Readonly<Partial<Record<ProposalKind, readonly Field[]>>> = {
  settledOutside: ['evidence', 'refundNumber'],
  writeOff: ['amount'],
  recordSettlement: ['provider', 'date', 'amount', 'reference'],
};

/** What an admin fills in for a proposal of a kind, each field with true. */
export const fieldsOf = (kind: ProposalKind): Partial<Record<Field, boolean>> =>
  Object.fromEntries((FIELDS[kind] ?? []).map((field) => [field, true]));

const LONG_ENOUGH = 4;

const PROBLEMS: Readonly<Partial<Record<Field, (typed: string) => string>>> = {
  evidence: (typed) => (typed.trim().length < LONG_ENOUGH ? '请写明在支付平台做了什么' : ''),
  refundNumber: (typed) =>
    typed === '' || /^[A-Za-z0-9_|*@-]{6,64}$/.test(typed) ? '' : '退款单号不正确',
  amount: (typed) => ((parseYuan(typed) ?? 0) > 0 ? '' : '请填写正确的金额'),
  reference: (typed) => (typed.trim().length < LONG_ENOUGH ? '请填写银行流水号，至少 4 位' : ''),
};

/** What must be put right first; empty when nothing must. */
export const problemOf = (kind: ProposalKind, form: ProposalForm): string =>
  (FIELDS[kind] ?? []).map((field) => PROBLEMS[field]?.(form[field]) ?? '').find(Boolean) ?? '';

const READ: Readonly<Partial<Record<Field, (typed: string) => unknown>>> = {
  amount: parseYuan,
  refundNumber: (typed) => typed || undefined,
};

/** The proposal as it is made of a draft and a form without problems. */
export const proposalOf = (draft: ProposalDraft, form: ProposalForm): Proposed => {
  const filled = (FIELDS[draft.kind] ?? []).map((field) => {
    const typed = form[field].trim();
    return [field, READ[field] ? READ[field](typed) : typed] as const;
  });
  const given = Object.fromEntries(filled.filter(([, value]) => value !== undefined));
  // The table of fields is what the contract asks of each kind; the server checks it again.
  return { ...draft, ...given } as Proposed;
};

/** A proposal that a page began: its sheet is open while there is a draft. */
export type Begun = { readonly draft: ProposalDraft | null; readonly about: string };

export const NO_PROPOSAL: Begun = { draft: null, about: '' };
