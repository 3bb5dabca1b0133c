import type { Purse } from '../../shared/ledger/earner';
import { add, subtract, ZERO, type Fen } from '../../shared/money';
import type { Payee } from '../../shared/payouts/payee';
import { one, type Database, type Read, type Transaction } from '../database';
import type { Listing } from '../paging';

/**
 * What an earner has, beside what is still held back: `_id` is the earner's. Every debit passes through it, so that
 * two debits never use the same money; what came in by purchases does not touch it.
 */
export type EarnerAccount = {
  readonly _id: string;
  /** One more with every change. */
  readonly version: number;
  /** Fen that may be paid out. */
  readonly available: Fen;
  /** Fen the earner owes: refunds of what was paid out already. */
  readonly receivable: Fen;
  /** Fen on their way to the earner. */
  readonly inTransit: Fen;
  /** Where payouts go, as the earner set it. */
  readonly payee?: SetPayee;
};

export type SetPayee = Payee & {
  /** When the earner set it; it counts only after a while. */
  readonly setAt: number;
};

const ACCOUNTS = 'earnerAccounts';

/** The account of somebody nothing has happened to yet. */
export const newAccount = (earnerId: string): EarnerAccount => ({
  _id: earnerId,
  version: 0,
  available: ZERO,
  receivable: ZERO,
  inTransit: ZERO,
});

/** Whether somebody is still owed money, owes some, or has some on its way. */
export const hasMoney = ({ available, receivable, inTransit }: EarnerAccount): boolean =>
  [available, receivable, inTransit].some((amount) => amount > 0);

/** What of an account a posting moves. */
export const purseOf = ({ _id, available, receivable }: EarnerAccount): Purse => ({
  earnerId: _id,
  available,
  receivable,
});

/** The read of one earner's account, for what is fetched together with the caller. */
export const accountBy = (earnerId: string): Read<EarnerAccount, false> =>
  one<EarnerAccount>(ACCOUNTS, { _id: earnerId });

/** The accounts inside a transaction: what is read there is what is changed. */
export const earnerAccountsIn = (tx: Transaction) => ({
  get: async (earnerId: string): Promise<EarnerAccount> =>
    (await tx.get<EarnerAccount>(ACCOUNTS, earnerId)) ?? newAccount(earnerId),

  /** Keeps a purse as it is after a movement; `toTransit` is what the movement sent on its way (or took back). */
  keep: (account: EarnerAccount, purse: Purse, toTransit: Fen = ZERO) =>
    tx.put<EarnerAccount>(ACCOUNTS, {
      ...account,
      version: account.version + 1,
      available: purse.available,
      receivable: purse.receivable,
      inTransit: add(account.inTransit, toTransit),
    }),

  /** Notes that a payout arrived: so much is no longer on its way. */
  arrived: (account: EarnerAccount, amount: Fen) =>
    tx.put<EarnerAccount>(ACCOUNTS, {
      ...account,
      version: account.version + 1,
      inTransit: subtract(account.inTransit, amount),
    }),
});

/** The accounts of all earners. */
export const earnerAccountsOf = (db: Database) => {
  const accounts = db.collection<EarnerAccount>(ACCOUNTS);
  return {
    get: async (earnerId: string): Promise<EarnerAccount> =>
      (await accounts.get(earnerId)) ?? newAccount(earnerId),

    /** Forgets where payouts go, for somebody who erases their account. */
    forgetPayee: (earnerId: string): Promise<boolean> =>
      accounts.updateIf({ _id: earnerId }, { unset: ['payee'], increase: { version: 1 } }),

    /** Sets where payouts go, if the account is still as read. */
    setPayee: (account: EarnerAccount, payee: SetPayee): Promise<boolean> => {
      const changed = { ...account, version: account.version + 1, payee };
      return account.version === 0
        ? accounts.insertOnce(changed)
        : accounts.updateIf(
            { _id: account._id, version: account.version },
            { set: { payee }, increase: { version: 1 } },
          );
    },
  };
};

/** Teachers by what may be paid out, most first. */
export const earners: Listing = {
  collection: ACCOUNTS,
  where: {},
  sortBy: 'available',
  size: 20,
};
