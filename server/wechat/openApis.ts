import type { ContentCheck, Log, Messages, Settings } from '../ports';
import type { Sdk } from './sdk';

/** The answers of WeChat's open APIs that are read here; the SDK's own types leave them open. */
type OpenApi = {
  security: {
    msgSecCheck(request: object): Promise<{ result?: { suggest?: string } }>;
  };
  subscribeMessage: { send(request: object): Promise<unknown> };
};

const openApiOf = (cloud: Sdk) => (cloud as unknown as { openapi: OpenApi }).openapi;

const VERDICTS: Readonly<Record<string, 'pass' | 'review' | 'reject'>> = {
  pass: 'pass',
  review: 'review',
  risky: 'reject',
};

/** `security.msgSecCheck` v2: at most 2500 characters, a user active within two hours. */
export const wechatContentCheck = (cloud: Sdk, log: Log): ContentCheck => ({
  async text(openid, scene, content) {
    if (content === '') return 'pass';
    try {
      const parts = content.match(/[\s\S]{1,2000}/gu) ?? [];
      const verdicts = await Promise.all(
        parts.map((part) =>
          openApiOf(cloud).security.msgSecCheck({ openid, scene, version: 2, content: part }),
        ),
      );
      const suggested = verdicts.map(({ result }) => VERDICTS[result?.suggest ?? ''] ?? 'review');
      return (
        suggested.find((verdict) => verdict === 'reject') ??
        suggested.find((verdict) => verdict === 'review') ??
        'pass'
      );
    } catch (error) {
      log({ level: 'warn', event: 'content check unavailable', error: String(error) });
      return 'review';
    }
  },
});

/** 43101: the user has not asked for a message of this template, or has had it. */
const NOT_ASKED_FOR = 43101;

/** `subscribeMessage.send`; a template without an id in the settings is switched off. */
export const subscribeMessages = (cloud: Sdk, settings: Settings): Messages => ({
  async send({ openid, template, page, fields }) {
    const templateId = settings.messageTemplates[template];
    if (!templateId) return false;
    const values = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, { value }]),
    );
    try {
      await openApiOf(cloud).subscribeMessage.send({
        touser: openid,
        templateId,
        page,
        data: values,
      });
      return true;
    } catch (error) {
      if ((error as { errCode?: number }).errCode === NOT_ASKED_FOR) return false;
      throw error;
    }
  },
});
