import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../ports';

/** Without look-alikes, and without vowels that could spell words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz';

const spell = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** Ids from the system's cryptographic source; `secret` is the deployment's own. */
export const cryptoIds = (secret: string): Ids => ({
  fresh: (prefix) => `${prefix}_${spell(randomBytes(20))}`,
  derived: (prefix, ...parts) =>
    `${prefix}_${spell(createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 24))}`,
  digits: (count) => Array.from({ length: count }, () => randomInt(10)).join(''),
  sealed: (text) => createHmac('sha256', secret).update(text).digest('hex'),
});
