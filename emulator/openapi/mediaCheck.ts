import type { OpenApi } from '../gateway/openApiAction';
import { randomHex } from '../identifiers';
import type { MessagePush } from './messagePush';
import { grant, refuse, text } from './answers';
import { judge, type ContentCheckParts } from './contentCheck';

const PUSH_DELAY_MS = 1000;

/**
 * `security.mediaCheckAsync`: the verdict comes later as a `wxa_media_check` push. The bytes are not looked at;
 * a listed word in the file's address decides, so that a person can try every outcome.
 */
export function mediaCheckAsync(parts: ContentCheckParts, push: MessagePush): OpenApi {
  return (params) => {
    const url = text(params, 'media_url');
    const openid = text(params, 'openid');
    if (!/^https?:\/\//.test(url)) return refuse(44002);
    if (![1, 2].includes(params['media_type'] as number)) return refuse(47001);
    if (parts.visitors.away(openid) === undefined) return refuse(40003);
    const verdict = judge(decodeURI(url), parts.words);
    const trace_id = randomHex(12);
    const detail = [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }];
    parts.outbox.addCheck({ openid, kind: 'media', content: url, suggest: verdict.suggest });
    push.later('wxa_media_check', { trace_id, version: 2, result: verdict, detail }, PUSH_DELAY_MS);
    return grant({ trace_id });
  };
}
