import type { Purse } from '../../shared/ledger/teacher';
import { add, subtract, ZERO, type Fen } from '../../shared/money';
import type { Payee } from '../../shared/payouts/payee';
import { one, type Database, type Read, type Transaction } from '../database';
import type { Listing } from '../paging';

/**
 * What a teacher has, beside what is still held back: `_id` is the teacher's. Every debit passes through it, so that
 * two debits never use the same money; what came in by purchases does not touch it.
 */
export type TeacherAccount = {
  readonly _id: string;
  /** One more with every change. */
  readonly version: number;
  /** Fen that may be paid out. */
  readonly available: Fen;
  /** Fen the teacher owes: refunds of what was paid out already. */
  readonly receivable: Fen;
  /** Fen on their way to the teacher. */
  readonly inTransit: Fen;
  /** Where payouts go, as the teacher set it. */
  readonly payee?: SetPayee;
};

export type SetPayee = Payee & {
  /** When the teacher set it; it counts only after a while. */
  readonly setAt: number;
};

const ACCOUNTS = 'teacherAccounts';

/** The account of somebody nothing has happened to yet. */
export const newAccount = (teacherId: string): TeacherAccount => ({
  _id: teacherId,
  version: 0,
  available: ZERO,
  receivable: ZERO,
  inTransit: ZERO,
});

/** What of an account a posting moves. */
export const purseOf = ({ _id, available, receivable }: TeacherAccount): Purse => ({
  teacherId: _id,
  available,
  receivable,
});

/** The read of one teacher's account, for what is fetched together with the caller. */
export const accountBy = (teacherId: string): Read<TeacherAccount, false> =>
  one<TeacherAccount>(ACCOUNTS, { _id: teacherId });

/** The accounts inside a transaction: what is read there is what is changed. */
export const teacherAccountsIn = (tx: Transaction) => ({
  get: async (teacherId: string): Promise<TeacherAccount> =>
    (await tx.get<TeacherAccount>(ACCOUNTS, teacherId)) ?? newAccount(teacherId),

  /** Keeps a purse as it is after a movement; `toTransit` is what the movement sent on its way (or took back). */
  keep: (account: TeacherAccount, purse: Purse, toTransit: Fen = ZERO) =>
    tx.put<TeacherAccount>(ACCOUNTS, {
      ...account,
      version: account.version + 1,
      available: purse.available,
      receivable: purse.receivable,
      inTransit: add(account.inTransit, toTransit),
    }),

  /** Notes that a payout arrived: so much is no longer on its way. */
  arrived: (account: TeacherAccount, amount: Fen) =>
    tx.put<TeacherAccount>(ACCOUNTS, {
      ...account,
      version: account.version + 1,
      inTransit: subtract(account.inTransit, amount),
    }),
});

/** The accounts of all teachers. */
export const teacherAccountsOf = (db: Database) => {
  const accounts = db.collection<TeacherAccount>(ACCOUNTS);
  return {
    get: async (teacherId: string): Promise<TeacherAccount> =>
      (await accounts.get(teacherId)) ?? newAccount(teacherId),

    /** Sets where payouts go, if the account is still as read. */
    setPayee: (account: TeacherAccount, payee: SetPayee): Promise<boolean> => {
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
