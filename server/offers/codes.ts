import type { Ids } from '../ports';

/** The letters of `ids.fresh`: none looks like another, none makes words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz';

/** Twenty letters: some 96 bits. */
const LENGTH = 20;

const grouped = (letters: string): string => letters.match(/.{4}/g)?.join('-') ?? letters;

/** A new code that nobody can guess, as people read it: `abcd-efgh-…`. */
export const freshCode = (ids: Ids): string => grouped(ids.fresh('c').slice('c_'.length));

/** The claim code of a gift: always the same for an order, made by the deployment's secret and kept nowhere. */
export const giftCode = (ids: Ids, orderId: string): string => {
  const bytes = Buffer.from(ids.sealed(`gift of ${orderId}`), 'hex').subarray(0, LENGTH);
  return grouped([...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''));
};

/** What a code is kept as: letter case, spaces and dashes make no difference. */
export const codeHash = (ids: Ids, code: string): string =>
  ids.sealed(`code ${code.toLowerCase().replace(/[^0-9a-z]/g, '')}`);
