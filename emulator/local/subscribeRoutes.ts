import { HttpError, json, readJson, type Route } from '../http/exchange';
import type { SubscriptionQuota } from '../openapi/subscribeMessage';
import type { Visitors } from '../openapi/visitors';
import { requireOpenid } from './phone';

/** `wx.requestSubscribeMessage`: the user accepts one more message of each template. */
export function subscribeRoutes(quota: SubscriptionQuota, visitors: Visitors): Route[] {
  return [
    {
      method: 'POST',
      path: '/_local/subscribe',
      handle: async (exchange) => {
        const openid = requireOpenid(exchange);
        const { templateIds } = await readJson(exchange);
        if (!Array.isArray(templateIds)) throw new HttpError(400, 'templateIds must be a list');
        visitors.seen(openid);
        for (const templateId of templateIds) quota.grant(openid, String(templateId));
        const accepted = templateIds.map((templateId) => [String(templateId), 'accept']);
        return json(Object.fromEntries(accepted));
      },
    },
  ];
}
