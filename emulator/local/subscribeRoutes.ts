import { HttpError, json, readJson, type Exchange, type Reply, type Route } from '../http/exchange';
import type { MessageTemplates } from '../openapi/messageTemplates';
import type { SubscriptionQuota } from '../openapi/subscribeMessage';
import type { Visitors } from '../openapi/visitors';
import { requireOpenid } from './phone';

export interface SubscribeParts {
  quota: SubscriptionQuota;
  templates: MessageTemplates;
  visitors: Visitors;
}

/** The template does not exist (wx.requestSubscribeMessage). */
const NO_TEMPLATE = {
  errCode: 20001,
  errMsg: 'No template data return, verify the template id exist',
};

/** `wx.requestSubscribeMessage`: what a phone shows its user, and the user's consent. */
export function subscribeRoutes(parts: SubscribeParts): Route[] {
  return [
    { method: 'GET', path: '/_local/subscribe', handle: (exchange) => titles(parts, exchange) },
    { method: 'POST', path: '/_local/subscribe', handle: (exchange) => consent(parts, exchange) },
  ];
}

/** `?id=…&id=…` answers the title of each template. */
function titles({ templates }: SubscribeParts, { query }: Exchange): Reply {
  const ids = query.getAll('id');
  if (!ids.every((id) => templates.has(id))) return json(NO_TEMPLATE);
  return json({ titles: Object.fromEntries(ids.map((id) => [id, templates.title(id)])) });
}

/** The user accepts one more message of each template. */
async function consent(parts: SubscribeParts, exchange: Exchange): Promise<Reply> {
  const openid = requireOpenid(exchange);
  const { templateIds } = await readJson(exchange);
  if (!Array.isArray(templateIds)) throw new HttpError(400, 'templateIds must be a list');
  const ids = templateIds.map(String);
  if (!ids.every((id) => parts.templates.has(id))) return json(NO_TEMPLATE);
  parts.visitors.seen(openid);
  for (const id of ids) parts.quota.grant(openid, id);
  return json(Object.fromEntries(ids.map((id) => [id, 'accept'])));
}
