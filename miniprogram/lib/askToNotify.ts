import type { Answer } from './call';

type Templates = Answer<'getMe'>['messageTemplates'];

/** What a message of WeChat may tell a person. */
export type Purpose = keyof Templates;

let templates: Templates = {};

/** Keeps the templates that messages are sent by, as `whoAmI` learns them: a tap has no time to ask. */
export const keepTemplates = (known: Templates): void => {
  templates = known;
};

/**
 * Asks a person whether WeChat may bring them one message for each purpose. Resolves whatever came of it: without
 * consent the notices in the mini-program still tell them. Must be the first thing a tap waits for, as iOS forgets
 * the tap at the first `await` (framework/view/tap), and come before what the message is about.
 */
export const askToNotify = (...purposes: Purpose[]): Promise<void> => {
  const tmplIds = purposes.flatMap((purpose) => templates[purpose] ?? []);
  if (!tmplIds.length) return Promise.resolve();
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({ tmplIds, complete: () => resolve() });
  });
};
