import type { OpenApi } from '../gateway/openApiAction';
import { msgSecCheck, type ContentCheckParts } from './contentCheck';
import { mediaCheckAsync } from './mediaCheck';
import type { MessageTemplates } from './messageTemplates';
import type { MessagePush } from './messagePush';
import { getUnlimitedCode } from './miniProgramCode';
import { sendSubscribeMessage, type SubscriptionQuota } from './subscribeMessage';

export interface OpenApiParts extends ContentCheckParts {
  push: MessagePush;
  quota: SubscriptionQuota;
  templates: MessageTemplates;
  pages: string[] | undefined;
}

/** `cloud.openapi.*` by name. */
export function openApis(parts: OpenApiParts): Record<string, OpenApi> {
  return {
    'security.msgSecCheck': msgSecCheck(parts),
    'security.mediaCheckAsync': mediaCheckAsync(parts, parts.push),
    'subscribeMessage.send': sendSubscribeMessage(parts),
    'wxacode.getUnlimited': getUnlimitedCode(parts.pages),
  };
}
