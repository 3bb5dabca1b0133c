import type { Payee } from '../../../../../shared/payouts/payee';

/** A payee as its owner types it. */
export type PayeeForm = {
  readonly method: Payee['method'];
  readonly realName: string;
  readonly bankName: string;
  readonly account: string;
};

export const EMPTY_FORM: PayeeForm = { method: 'bank', realName: '', bankName: '', account: '' };

/** Banks print their numbers in groups. */
const digitsOf = (account: string): string => account.replace(/\s/g, '');

const lengthOf = (text: string): number => [...text.trim()].length;
const within = (text: string, most: number): boolean =>
  lengthOf(text) >= 2 && lengthOf(text) <= most;

/** What is wrong with it first; empty when it can be sent. */
export const complaintOf = ({ method, realName, bankName, account }: PayeeForm): string => {
  if (!within(realName, 30)) return '请填写收款人真实姓名';
  if (method !== 'bank') return '';
  if (!within(bankName, 40)) return '请填写开户银行';
  return /^\d{8,32}$/.test(digitsOf(account)) ? '' : '请填写正确的银行卡号';
};

/** What `getEarnings` takes of a form without complaint. */
export const payeeOf = ({ method, realName, bankName, account }: PayeeForm): Payee =>
  method !== 'bank'
    ? { method, realName: realName.trim() }
    : { method, realName: realName.trim(), bankName: bankName.trim(), account: digitsOf(account) };
