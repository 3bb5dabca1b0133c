import { constants, createSign, createVerify, publicEncrypt, randomBytes } from 'node:crypto';

/** A merchant's keys for the V3 interfaces of WeChat Pay. */
export type MerchantKeys = {
  /** Where the interfaces are. */
  readonly base: string;
  readonly mchId: string;
  /** The serial number of the merchant's API certificate, and its private key (PEM). */
  readonly serialNo: string;
  readonly privateKey: string;
  /** WeChat Pay's public key (PEM) and its id. */
  readonly wechatKeyId: string;
  readonly wechatKey: string;
};

/** An answer whose signature holds. */
export type SignedAnswer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
};

const ANSWER_LIMIT_MS = 5000;
/** Answers older or newer than this are somebody's recording (APIv3 signature rules). */
const MAX_SKEW_SECONDS = 5 * 60;

/** What is signed: each part on a line of its own, the last one too. */
const signedText = (...parts: readonly string[]): string =>
  parts.map((part) => `${part}\n`).join('');

const authorization = (
  keys: MerchantKeys,
  { method, path, body }: { method: string; path: string; body: string },
): string => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const signature = createSign('RSA-SHA256')
    .update(signedText(method, path, timestamp, nonce, body))
    .sign(keys.privateKey, 'base64');
  const fields = {
    mchid: keys.mchId,
    nonce_str: nonce,
    signature,
    timestamp,
    serial_no: keys.serialNo,
  };
  const words = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${words.join(',')}`;
};

/** Whether an answer was signed by WeChat Pay, just now. */
const isGenuine = (keys: MerchantKeys, headers: Headers, body: string): boolean => {
  const header = (name: string) => headers.get(`wechatpay-${name}`) ?? '';
  const timestamp = header('timestamp');
  const skew = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (header('serial') !== keys.wechatKeyId || !(skew <= MAX_SKEW_SECONDS)) return false;
  return createVerify('RSA-SHA256')
    .update(signedText(timestamp, header('nonce'), body))
    .verify(keys.wechatKey, header('signature'), 'base64');
};

/** Calls a V3 interface. Throws when there was no answer, or none that WeChat Pay signed. */
export const callPayV3 = async (
  keys: MerchantKeys,
  path: `/v3/${string}`,
  request?: object,
): Promise<SignedAnswer> => {
  const method = request ? 'POST' : 'GET';
  const body = request ? JSON.stringify(request) : '';
  const response = await fetch(keys.base + path, {
    method,
    headers: {
      authorization: authorization(keys, { method, path, body }),
      accept: 'application/json',
      'content-type': 'application/json',
      'wechatpay-serial': keys.wechatKeyId,
    },
    ...(request && { body }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const text = await response.text();
  if (!isGenuine(keys, response.headers, text)) throw new Error('an answer nobody signed');
  return { status: response.status, body: JSON.parse(text || '{}') as SignedAnswer['body'] };
};

/** Encrypts what only WeChat Pay may read, such as a name (RSAES-OAEP with SHA-1). */
export const encryptFor = ({ wechatKey }: MerchantKeys, text: string): string =>
  publicEncrypt(
    { key: wechatKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    Buffer.from(text),
  ).toString('base64');
