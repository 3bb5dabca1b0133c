import { json, type Reply } from '../http/exchange';

const MESSAGES: Record<number, string> = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  47001: 'data format error',
  268490001: 'openid错误',
  268490002: '请求参数字段错误',
  268490003: '签名错误',
  268490004: '重复操作',
  268490013: '禁止对核销状态的单进行退款',
  268490014: '退款操作进行中，稍后可以使用相同参数重试',
  268490016: '退款的left_fee字段与实际不符，请通过query_order接口查询确认',
};

/** WeChat's HTTP errors: always status 200, `{errcode, errmsg}`. */
export function wechatError(errcode: number, detail = ''): Reply {
  return json({
    errcode,
    errmsg: `${MESSAGES[errcode] ?? 'system error'}${detail && `: ${detail}`}`,
  });
}

/** Success with its fields. */
export function wechatOk(fields: Record<string, unknown> = {}): Reply {
  return json({ errcode: 0, errmsg: 'ok', ...fields });
}
