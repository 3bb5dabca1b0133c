import { readBody, type Exchange, type Reply, type Route } from '../http/exchange';
import { randomHex } from '../identifiers';
import { isHmac } from '../pay/virtual/signatures';
import type { XpayApi } from '../pay/virtual/xpay';
import { wechatError, wechatOk } from './errors';
import type { WechatApiParts } from './routes';

/**
 * One `xpay/*` interface: checks the access token and `pay_sig = hmac(appKey, uri + '&' + body)` over the very
 * bytes that were sent (virtual-payment, 签名详解), then answers.
 */
export function xpayRoute(name: string, api: XpayApi, parts: WechatApiParts): Route {
  return {
    method: 'POST',
    path: `/wechat-api/xpay/${name}`,
    handle: (exchange) => answer(exchange, { name, api, parts }),
  };
}

interface XpayCall {
  name: string;
  api: XpayApi;
  parts: WechatApiParts;
}

async function answer(exchange: Exchange, { name, api, parts }: XpayCall): Promise<Reply> {
  const body = (await readBody(exchange)).toString('utf8');
  const { query } = exchange;
  if (!parts.accessTokens.isValid(query.get('access_token') ?? '')) return wechatError(40001);
  const params = parse(body);
  if (!params) return wechatError(47001);
  const appKey = appKeyOf(params, parts);
  if (!isHmac(appKey, `/xpay/${name}&${body}`, query.get('pay_sig'))) return wechatError(268490003);
  const outcome = api(params, parts);
  if (parts.faults.current.errorAfterAccepting.includes(`xpay/${name}`)) return wechatError(-1);
  return 'refused' in outcome
    ? wechatError(outcome.refused, outcome.detail)
    : wechatOk(outcome.fields);
}

/** The key of the environment a request names; a random one, which nobody can sign with, where none is set up. */
function appKeyOf(params: Record<string, unknown>, { appKeys }: WechatApiParts): string {
  return appKeys?.[params['env'] === 1 ? 'sandbox' : 'live'] ?? randomHex(32);
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
