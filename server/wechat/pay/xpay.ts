import { createHmac } from 'node:crypto';
import * as z from 'zod';

/** The keys of virtual payment. */
export type XpayKeys = {
  readonly base: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly appKey: string;
  /** 0 live, 1 sandbox. */
  readonly env: 0 | 1;
};

/** What WeChat's interfaces answer: `errcode` 0, or missing, and the fields of the interface. */
export type XpayAnswer = { readonly errcode: number } & Readonly<Record<string, unknown>>;

const ANSWER_LIMIT_MS = 5000;
const TOKEN_MARGIN_MS = 5 * 60_000;
/** The token was taken back before its time. */
const TOKEN_ERRORS = [40001, 40014, 42001];

export const hmac = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex');

/** One token for all calls of a warm instance. */
let token: { value: string; appId: string; until: number } | undefined;

/** `cgi-bin/stable_token`: gives the same token to every instance until it ends. */
const accessToken = async ({ base, appId, appSecret }: XpayKeys): Promise<string> => {
  if (token && token.appId === appId && Date.now() < token.until) return token.value;
  const body = { grant_type: 'client_credential', appid: appId, secret: appSecret };
  const answer = tokenAnswer.parse(
    await send(`${base}/cgi-bin/stable_token`, JSON.stringify(body)),
  );
  token = {
    value: answer.access_token,
    appId,
    until: Date.now() + answer.expires_in * 1000 - TOKEN_MARGIN_MS,
  };
  return token.value;
};

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const sessionAnswer = z.object({ openid: z.string().min(1), session_key: z.string().min(1) });

/** `sns/jscode2session`: whose login a code is, and the key that signs for them. Throws when the code is no good. */
export const sessionOf = async ({ base, appId, appSecret }: XpayKeys, loginCode: string) => {
  const query = new URLSearchParams({
    appid: appId,
    secret: appSecret,
    js_code: loginCode,
    grant_type: 'authorization_code',
  });
  return sessionAnswer.parse(await send(`${base}/sns/jscode2session?${query.toString()}`));
};

/** Calls an `xpay` interface. What is signed is exactly what is sent. Throws when there was no answer to read. */
export const callXpay = async (
  keys: XpayKeys,
  path: `/xpay/${string}`,
  request: object,
): Promise<XpayAnswer> => {
  const body = JSON.stringify(request);
  const query = new URLSearchParams({
    access_token: await accessToken(keys),
    pay_sig: hmac(keys.appKey, `${path}&${body}`),
  });
  const answer = await send(`${keys.base}${path}?${query.toString()}`, body);
  if (TOKEN_ERRORS.includes(answer.errcode)) token = undefined;
  return answer;
};

const send = async (url: string, body?: string): Promise<XpayAnswer> => {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  return { ...answer, errcode: Number(answer['errcode'] ?? 0) };
};

/** What lies behind a link that an interface gave. Throws when nothing does. */
export const textAt = async (url: string): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  if (!response.ok) throw new Error(`a link answered ${response.status}`);
  return response.text();
};
