import { scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, ScryptOptions, Buffer>(scrypt);

/** 32 MiB and about a tenth of a second: what a function of 256 MB can spare. Old hashes keep their own. */
const COST = { log2N: 15, r: 8, p: 1 } as const;
const KEY_BYTES = 32;

type Cost = { readonly log2N: number; readonly r: number; readonly p: number };

const keyOf = (password: string, salt: string, { log2N, r, p }: Cost) =>
  derive(password.normalize('NFKC'), salt, KEY_BYTES, {
    N: 2 ** log2N,
    r,
    p,
    maxmem: 2 * 128 * 2 ** log2N * r,
  });

/** Hashes a password as `scrypt$log2N$r$p$salt$key`; `salt` must be unguessable and new each time. */
export const hashPassword = async (password: string, salt: string): Promise<string> => {
  const key = await keyOf(password, salt, COST);
  return ['scrypt', COST.log2N, COST.r, COST.p, salt, key.toString('base64url')].join('$');
};

/** No password comes out as this, and trying one takes as long as with any other hash. */
const NO_HASH = `scrypt$${COST.log2N}$${COST.r}$${COST.p}$nobody$${Buffer.alloc(KEY_BYTES).toString('base64url')}`;

/** Whether a password is the one of a hash. Without a hash it is not, after the same work. */
export const isPassword = async (password: string, hash: string | undefined): Promise<boolean> => {
  const [, log2N, r, p, salt = '', key = ''] = (hash ?? NO_HASH).split('$');
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  const tried = await keyOf(password, salt, cost);
  return timingSafeEqual(tried, Buffer.from(key, 'base64url')) && hash !== undefined;
};
