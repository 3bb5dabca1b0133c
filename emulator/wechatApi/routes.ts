import { HttpError, json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import type { XpayParts } from '../pay/virtual/parts';
import { XPAY_APIS } from '../pay/virtual/xpay';
import type { AccessTokens } from './accessTokens';
import { wechatError } from './errors';
import type { Sessions } from './sessions';
import { xpayRoute } from './xpayRoute';

export interface WechatApiParts extends XpayParts {
  sessions: Sessions;
  accessTokens: AccessTokens;
  account: { appid: string; secret: string };
}

/** What functions call at `api.weixin.qq.com` in production, under `/wechat-api`. */
export function wechatApiRoutes(parts: WechatApiParts): Route[] {
  return [
    {
      method: 'POST',
      path: '/wechat-api/cgi-bin/stable_token',
      handle: (exchange) => stableToken(exchange, parts),
    },
    {
      method: 'GET',
      path: '/wechat-api/sns/jscode2session',
      handle: (exchange) => code2Session(exchange, parts),
    },
    ...Object.entries(XPAY_APIS).map(([name, api]) => xpayRoute(name, api, parts)),
    {
      method: 'GET',
      path: '/wechat-api/bills/:id',
      handle: ({ params }) => bill(parts, params['id'] ?? ''),
    },
    { method: 'GET', path: '/wechat-api/*', handle: notEmulated },
    { method: 'POST', path: '/wechat-api/*', handle: notEmulated },
  ];
}

async function stableToken(exchange: Exchange, { accessTokens }: WechatApiParts): Promise<Reply> {
  const { grant_type: grantType, appid, secret } = await readJson(exchange);
  if (grantType !== 'client_credential') return wechatError(47001, 'grant_type');
  const issued = accessTokens.issue(String(appid), String(secret));
  return typeof issued === 'number' ? wechatError(issued) : json(issued);
}

function code2Session({ query }: Exchange, { sessions, account }: WechatApiParts): Reply {
  if (query.get('appid') !== account.appid) return wechatError(40013);
  if (query.get('secret') !== account.secret) return wechatError(40125);
  const session = sessions.exchange(query.get('js_code') ?? '');
  return typeof session === 'number' ? wechatError(session) : json(session);
}

/** A file of `download_bill`, behind its link. */
function bill({ bills }: WechatApiParts, id: string): Reply {
  const body = bills.find(id);
  if (body === undefined) throw new HttpError(404, 'there is no such bill, or its link has ended');
  return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, body };
}

function notEmulated({ path }: Exchange): Reply {
  throw new HttpError(501, `emulator: ${path} is not emulated`);
}
