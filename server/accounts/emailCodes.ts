import { timingSafeEqual } from 'node:crypto';
import { above, below, type Database } from '../database';
import type { Ids } from '../ports';

/** A code that was mailed and waits to be typed in; `_id` is the address and who asked, sealed together. */
type EmailCode = {
  readonly _id: string;
  readonly sealedCode: string;
  readonly tries: number;
  readonly expiresAt: number;
};

/** How long a code can be used, in ms. */
export const CODE_LIFE_MS = 10 * 60_000;
const TRIES = 5;
const DIGITS = 6;

/** Who wants to prove which address. Another person's code for the same address is another code. */
export type Claim = { readonly openid: string; readonly email: string };

/** Codes that prove an e-mail address: six digits, ten minutes, five tries. */
export const emailCodesOf = (db: Database, ids: Ids) => {
  const codes = db.collection<EmailCode>('emailCodes');
  const idOf = ({ openid, email }: Claim) => ids.sealed(`code ${openid} ${email}`);
  const seal = (claim: Claim, code: string) => ids.sealed(`${idOf(claim)} ${code}`);

  return {
    /** Makes a new code in place of the one before and gives it, to be mailed and forgotten. */
    async issue(claim: Claim, now: number): Promise<string> {
      const code = ids.digits(DIGITS);
      const expiresAt = now + CODE_LIFE_MS;
      await codes.put({ _id: idOf(claim), sealedCode: seal(claim, code), tries: 0, expiresAt });
      return code;
    },

    /** Whether a code is the right one. Every try counts before it is looked at, so five is all there are. */
    async isRight(claim: Claim, code: string, now: number): Promise<boolean> {
      const usable = { _id: idOf(claim), tries: below(TRIES), expiresAt: above(now) };
      if (!(await codes.updateIf(usable, { increase: { tries: 1 } }))) return false;
      const waiting = await codes.get(idOf(claim));
      return waiting !== undefined && equal(waiting.sealedCode, seal(claim, code));
    },

    /** Ends a code that has done its work. */
    forget: (claim: Claim) => codes.remove(idOf(claim)),
  };
};

const equal = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
