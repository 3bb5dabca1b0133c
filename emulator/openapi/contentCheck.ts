import type { OpenApi } from '../gateway/openApiAction';
import { randomHex } from '../identifiers';
import type { Outbox } from '../outbox/outbox';
import { grant, refuse, text } from './answers';
import type { Visitors } from './visitors';

/** What a check found; labels are WeChat's own (100 normal, 20006 against the law, 21000 other). */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** The words content checks look for. */
export interface WordList {
  risky: string[];
  review: string[];
}

export const DEFAULT_WORDS: WordList = {
  risky: ['违规', '赌博', '色情', '毒品'],
  review: ['加微信', '代考'],
};

export interface ContentCheckParts {
  words: WordList;
  visitors: Visitors;
  outbox: Outbox;
}

const LONGEST_CONTENT = 2500;
const TWO_HOURS_MS = 2 * 3_600_000;

/**
 * `security.msgSecCheck` version 2. The user must have used the mini-program within two hours: text checked
 * later, from a queue say, answers 61010 (sec-center, msgSecCheck).
 */
export function msgSecCheck(parts: ContentCheckParts): OpenApi {
  return (params) => {
    const openid = text(params, 'openid');
    const content = text(params, 'content');
    const errcode = problem(params, parts);
    if (errcode !== undefined) return refuse(errcode);
    const verdict = judge(content, parts.words);
    parts.outbox.addCheck({ openid, kind: 'text', content, suggest: verdict.suggest });
    const detail = [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }];
    return grant({ result: verdict, detail, trace_id: randomHex(12) });
  };
}

/** Finds a listed word. */
export function judge(content: string, words: WordList): Verdict {
  if (words.risky.some((word) => content.includes(word))) return { suggest: 'risky', label: 20006 };
  if (words.review.some((word) => content.includes(word)))
    return { suggest: 'review', label: 21000 };
  return { suggest: 'pass', label: 100 };
}

function problem(
  params: Record<string, unknown>,
  { visitors }: ContentCheckParts,
): number | undefined {
  const content = text(params, 'content');
  if (content === '') return 44002;
  if (params['version'] !== 2 || content.length > LONGEST_CONTENT) return 47001;
  if (![1, 2, 3, 4].includes(params['scene'] as number)) return 40129;
  const away = visitors.away(text(params, 'openid'));
  if (away === undefined) return 40003;
  return away > TWO_HOURS_MS ? 61010 : undefined;
}
