import { fen } from '../money';

/**
 * How a payout is made: a person transfers by hand, or WeChat Pay moves it to the earner's wallet, from what the shop
 * has (商家转账) or out of the very orders it was earned by (分账).
 */
export const PAYOUT_METHODS = ['manualBank', 'merchantTransfer', 'profitSharing'] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

/** What kinds of payee there are; `sharing` is the earner's wallet too, but paid order by order. */
export const PAYEE_KINDS = ['bank', 'wechat', 'sharing'] as const;

/** Where a payout goes: a bank account that a person transfers to, or the earner's own WeChat wallet. */
export type Payee =
  | {
      readonly method: 'bank';
      readonly realName: string;
      readonly bankName: string;
      /** The number of the bank account. */
      readonly account: string;
    }
  | { readonly method: 'wechat' | 'sharing'; readonly realName: string };

/** How a payout to each kind of payee is made. */
export const METHOD_OF: Readonly<Record<Payee['method'], PayoutMethod>> = {
  bank: 'manualBank',
  wechat: 'merchantTransfer',
  sharing: 'profitSharing',
};

const HOUR_MS = 60 * 60_000;

/** A changed payee counts only after so long, so that whoever took over an account cannot take the money too. */
export const PAYEE_COOL_DOWN_MS = 48 * HOUR_MS;

/** From when on payouts may go to a payee. */
export const usableFrom = ({ setAt }: { readonly setAt: number }): number =>
  setAt + PAYEE_COOL_DOWN_MS;

/** The least that is paid out at once, in fen. */
export const LEAST_PAYOUT = fen(1000);

/** A bank account as its owner recognises it and nobody can use it: its last four digits. */
export const maskedAccount = (account: string): string => `•••• ${account.slice(-4)}`;
