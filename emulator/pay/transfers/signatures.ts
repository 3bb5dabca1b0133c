import { constants, createSign, createVerify, privateDecrypt } from 'node:crypto';
import { randomHex } from '../../identifiers';
import type { TransferOptions } from '../../options';

const lines = (...parts: string[]) => parts.map((part) => `${part}\n`).join('');

/** Whether a V3 request bears the merchant's signature over exactly what was sent. */
export function isSigned(
  request: { method: string; path: string; body: string; authorization: string },
  merchant: TransferOptions,
): boolean {
  const word = (name: string) =>
    new RegExp(`[ ,]${name}="([^"]*)"`).exec(request.authorization)?.[1] ?? '';
  if (!request.authorization.startsWith('WECHATPAY2-SHA256-RSA2048 ')) return false;
  if (word('mchid') !== merchant.mchId || word('serial_no') !== merchant.serialNo) return false;
  return createVerify('RSA-SHA256')
    .update(lines(request.method, request.path, word('timestamp'), word('nonce_str'), request.body))
    .verify(merchant.merchantPublicKey, word('signature'), 'base64');
}

/** The headers that sign an answer. */
export function signedHeaders(
  body: string,
  now: number,
  { wechatKeyId, wechatPrivateKey }: TransferOptions,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomHex(32);
  const signature = createSign('RSA-SHA256')
    .update(lines(timestamp, nonce, body))
    .sign(wechatPrivateKey, 'base64');
  return {
    'content-type': 'application/json',
    'wechatpay-serial': wechatKeyId,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
  };
}

/** What was encrypted for WeChat Pay; undefined when it was not. */
export function decrypted(text: string, { wechatPrivateKey }: TransferOptions): string | undefined {
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const key = { key: wechatPrivateKey, padding, oaepHash: 'sha1' };
    return privateDecrypt(key, Buffer.from(text, 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
}
