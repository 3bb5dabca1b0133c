import { json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import { presentVirtualPayment, type PresentParts } from '../pay/virtual/present';
import type { Sessions } from '../wechatApi/sessions';
import { phoneOf, requireOpenid } from './phone';

/** `wx.login` and `wx.requestVirtualPayment` of a phone. */
export function phonePayRoutes(sessions: Sessions, parts: PresentParts): Route[] {
  return [
    { method: 'POST', path: '/_local/login', handle: (exchange) => login(exchange, sessions) },
    {
      method: 'POST',
      path: '/_local/virtual-payment',
      handle: (exchange) => present(exchange, parts),
    },
  ];
}

function login(exchange: Exchange, sessions: Sessions): Reply {
  return json({ code: sessions.issueCode(requireOpenid(exchange), phoneOf(exchange).unionid) });
}

async function present(exchange: Exchange, parts: PresentParts): Promise<Reply> {
  const openid = requireOpenid(exchange);
  const body = await readJson(exchange);
  const [signData, paySig, signature, mode] = ['signData', 'paySig', 'signature', 'mode'].map(
    (name) => String(body[name] ?? ''),
  ) as [string, string, string, string];
  return json(presentVirtualPayment({ signData, paySig, signature, mode, openid }, parts));
}
