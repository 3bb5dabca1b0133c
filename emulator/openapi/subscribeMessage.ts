import type { OpenApi } from '../gateway/openApiAction';
import type { Outbox } from '../outbox/outbox';
import type { Shelf, StateFile } from '../state/stateFile';
import { grant, refuse, text } from './answers';
import type { MessageTemplates } from './messageTemplates';
import type { Visitors } from './visitors';

/** How many messages of a template each user still accepts: one per consent. */
export class SubscriptionQuota {
  private readonly granted: Shelf<number>;

  constructor(state: StateFile) {
    this.granted = state.shelf<number>('subscription');
  }

  /** A user tapped "accept" for a template. */
  grant(openid: string, templateId: string): void {
    const key = `${openid} ${templateId}`;
    this.granted.put(key, (this.granted.get(key) ?? 0) + 1);
  }

  /** Uses up one consent; false when there is none. */
  use(openid: string, templateId: string): boolean {
    const key = `${openid} ${templateId}`;
    const left = this.granted.get(key) ?? 0;
    if (left > 0) this.granted.put(key, left - 1);
    return left > 0;
  }
}

export interface SubscribeMessageParts {
  quota: SubscriptionQuota;
  outbox: Outbox;
  visitors: Visitors;
  templates: MessageTemplates;
  /** Published pages; undefined takes any. */
  pages: string[] | undefined;
}

let lastMessageId = 0;

/** `subscribeMessage.send`: reaches the outbox when the user has consented to one more message. */
export function sendSubscribeMessage(parts: SubscribeMessageParts): OpenApi {
  return (params) => {
    const openid = text(params, 'touser');
    const templateId = text(params, 'template_id');
    const page = text(params, 'page');
    if (parts.visitors.away(openid) === undefined) return refuse(40003);
    if (!parts.templates.has(templateId)) return refuse(40037);
    if (!isPage(page, parts.pages)) return refuse(41030);
    const data = params['data'];
    if (!isMessageData(data)) return refuse(47003, 'data');
    const misfit = parts.templates.misfit(templateId, data);
    if (misfit !== undefined) return refuse(47003, `data.${misfit}.value`);
    if (!parts.quota.use(openid, templateId)) return refuse(43101);
    parts.outbox.addMessage({ openid, templateId, page, data });
    lastMessageId += 1;
    return grant({ msgid: lastMessageId });
  };
}

/** Whether a page, with or without a query, is one that users can open. */
export function isPage(page: string, pages: string[] | undefined): boolean {
  if (page === '') return true;
  const path = page.split('?')[0] ?? '';
  return !path.startsWith('/') && (pages === undefined || pages.includes(path));
}

function isMessageData(data: unknown): data is Record<string, { value: unknown }> {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return false;
  return Object.values(data).every((entry: unknown) => {
    const value = (entry as { value?: unknown } | null)?.value;
    return (typeof value === 'string' && value !== '') || typeof value === 'number';
  });
}
