import type { Host } from '../runtime/host';
import { useTap } from '../runtime/tapState';
import { ApiFailure, asyncApis, type ApiTable } from './asyncApi';
import { askCloud } from './cloudHttp';
import { askToSubscribe, type Choices } from './panels/subscribeSheet';

/** As many templates as one call may name (wx.requestSubscribeMessage). */
const MOST_TEMPLATES = 5;

/** wx.requestSubscribeMessage: asks the person, unless told never to, and leaves what they accept with the cloud. */
export function subscribeApi({ phone }: Host): ApiTable {
  return asyncApis({
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
      if (!useTap()) throw new ApiFailure('can only be invoked by user TAP gesture.');
      refuseCount(tmplIds);
      const ids = new URLSearchParams(tmplIds.map((id) => ['id', id]));
      const { titles } = await askCloud<{ titles: Record<string, string> }>(
        phone,
        `subscribe?${ids}`,
      );
      const choices = await choose(phone.openid, titles);
      const templateIds = tmplIds.filter((id) => choices[id] === 'accept');
      if (templateIds.length > 0) await askCloud(phone, 'subscribe', { templateIds });
      return choices;
    },
  });
}

function refuseCount(tmplIds: unknown): void {
  const count = Array.isArray(tmplIds) ? tmplIds.length : 0;
  if (count === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 });
  if (count > MOST_TEMPLATES)
    throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 });
}

/** Asks only about templates that no choice was kept of. */
async function choose(openid: string, titles: Record<string, string>): Promise<Choices> {
  const kept = keptChoices(openid);
  const before = Object.fromEntries(Object.entries(kept).filter(([id]) => id in titles));
  const open = Object.entries(titles).filter(([id]) => !(id in kept));
  if (open.length === 0) return before;
  const { choices, keep } = await askToSubscribe(Object.fromEntries(open));
  if (keep) localStorage.setItem(keyOf(openid), JSON.stringify({ ...kept, ...choices }));
  return { ...before, ...choices };
}

/** What a person said should always hold, by template. */
export function keptChoices(openid: string): Choices {
  return JSON.parse(localStorage.getItem(keyOf(openid)) ?? '{}') as Choices;
}

const keyOf = (openid: string): string => `phone:subscriptions:${openid}`;
