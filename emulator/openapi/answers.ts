import type { OpenApiAnswer } from '../gateway/openApiMessage';

const MESSAGES: Record<number, string> = {
  40003: 'invalid openid',
  40037: 'invalid template_id',
  40129: 'invalid scene',
  40169: 'invalid length for scene, or the data is not json string',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  44991: 'reach max api minute request limit',
  47001: 'data format error',
  47003: 'argument invalid',
  61010: 'code is expired',
};

/** An error of WeChat's own, which the SDK throws with this number. */
export function refuse(errcode: number, detail = ''): OpenApiAnswer {
  const errmsg = `${MESSAGES[errcode] ?? 'system error'}${detail && `: ${detail}`}`;
  return { json: { errcode, errmsg } };
}

/** Success with its fields. */
export function grant(fields: Record<string, unknown> = {}): OpenApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } };
}

/** A text parameter; empty when it is missing or something else. */
export function text(params: Record<string, unknown>, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}
