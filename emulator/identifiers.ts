import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from './clock';

/** A request id in the form the real gateway gives them: `<ms>_<6 digits>_<8 hex>`. */
export function newRequestId(clock: Clock): string {
  const digits = String(randomInt(1_000_000)).padStart(6, '0');
  return `${String(clock.now())}_${digits}_${randomHex(4)}`;
}

/** `bytes` random bytes as lower-case hex. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
