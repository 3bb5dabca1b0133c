import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../functions/caller';
import { HttpError, type Exchange } from '../http/exchange';

/**
 * The phone behind a request: `x-openid` says whose it is (absent: a visitor without login), `x-unionid` and
 * `x-wx-source` may add to it. HttpError 400 for an openid of digits only: the SDK would read it as a number
 * (cloud-protocol 1.5).
 */
export function phoneOf(exchange: Exchange): Caller {
  const openid = header(exchange.headers, 'x-openid');
  const unionid = header(exchange.headers, 'x-unionid');
  const source = header(exchange.headers, 'x-wx-source') ?? 'wx_client';
  if (openid !== undefined && !/[A-Za-z]/.test(openid)) {
    throw new HttpError(400, 'an openid must contain a letter');
  }
  return { source, ...(openid && { openid }), ...(unionid && { unionid }) };
}

/** The openid of a request that only a logged-in phone can make; HttpError 400 without one. */
export function requireOpenid(exchange: Exchange): string {
  const { openid } = phoneOf(exchange);
  if (openid === undefined) throw new HttpError(400, 'header x-openid is missing');
  return openid;
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
