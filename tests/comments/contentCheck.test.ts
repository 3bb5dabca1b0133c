import type { Log } from '../../server/ports';
import { wechatContentCheck } from '../../server/wechat/openApis';
import type { Sdk } from '../../server/wechat/sdk';

const silent: Log = () => undefined;

/** WeChat's check as the SDK offers it, answering each part of a text as told. */
const wechat = (check: (content: string) => Promise<unknown>) =>
  ({
    openapi: { security: { msgSecCheck: ({ content }: { content: string }) => check(content) } },
  }) as unknown as Sdk;

const verdictOf = (check: (content: string) => Promise<unknown>, content = '文字') =>
  wechatContentCheck(wechat(check), silent).text('oAmy', 2, content);
const suggesting = (suggest: unknown) => () => Promise.resolve({ result: { suggest } });

describe('the content check', () => {
  it.each([
    ['pass', 'pass'],
    ['review', 'review'],
    ['risky', 'reject'],
  ])('takes WeChat’s %s for %s', async (suggest, verdict) => {
    expect(await verdictOf(suggesting(suggest))).toBe(verdict);
  });

  it('D24: fails closed: an error, an empty answer or an unheard-of word leave it to a person', async () => {
    expect(await verdictOf(() => Promise.reject(new Error('61010')))).toBe('review');
    expect(await verdictOf(() => Promise.resolve({}))).toBe('review');
    expect(await verdictOf(suggesting('fine'))).toBe('review');
  });

  it('looks at all of a long text, and goes by its worst part', async () => {
    const parts: string[] = [];
    const check = (content: string) => {
      parts.push(content);
      return suggesting(content.includes('坏') ? 'risky' : 'pass')();
    };
    expect(await verdictOf(check, '好'.repeat(4100) + '坏')).toBe('reject');
    expect(parts.map(({ length }) => length)).toEqual([2000, 2000, 101]);
  });

  it('does not ask about nothing', async () => {
    expect(await verdictOf(() => Promise.reject(new Error('asked')), '')).toBe('pass');
  });
});
