import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether `signature` is the hex HMAC-SHA256 of `message`; both signatures of virtual payment are such. */
export function isHmac(
  key: string,
  message: string,
  signature: string | null | undefined,
): boolean {
  const expected = Buffer.from(createHmac('sha256', key).update(message).digest('hex'));
  const given = Buffer.from(signature ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}
