import type { Page } from 'playwright-core';

/** One call of setData, by a page or by a component on it. */
export type SetData = { readonly bytes: number; readonly ofPage: boolean };

/** A page that has been opened: every setData on the way, and the nodes it is made of. */
export type Opened = { readonly setData: readonly SetData[]; readonly nodes: number };

const PATIENCE_MS = 30_000;
/** What comes after the shelves are there belongs to the first screen too. */
const SETTLE_MS = 1_500;
/** Another page to count from: the calls of a page that is already there cannot be seen any more. */
const BEFORE = 'pages/mine/index';

/** Opens a page of the mini-program in the browser host as a learner, counting. */
export const openScreen = async (page: Page, url: string, route: string): Promise<Opened> => {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(`${url}/app.html?as=oLocalLearner#/${BEFORE}`);
  await page.waitForFunction(() => getCurrentPages().length > 0);
  await page.evaluate(countSetData);
  await page.evaluate((to) => wx.reLaunch({ url: `/${to}` }), route);
  await page.waitForFunction(
    (to) => getCurrentPages()[0]?.route === to && getCurrentPages()[0]?.data['status'] === 'ready',
    route,
  );
  await page.waitForTimeout(SETTLE_MS);
  const nodes = await page.locator('.mp-page:visible *').count();
  return { setData: await page.evaluate(() => counted), nodes };
};

/** Runs in the page: notes every later call of setData, on the prototype that pages and components share. */
const countSetData = () => {
  let holder: object = getCurrentPages()[0] ?? {};
  while (!Object.hasOwn(holder, 'setData')) holder = Object.getPrototypeOf(holder) as object;
  const shared = holder as MiniProgramPage;
  const original = shared.setData;
  const calls: SetData[] = [];
  shared.setData = function (this: MiniProgramPage, values, applied) {
    const bytes = new TextEncoder().encode(JSON.stringify(values)).length;
    calls.push({ bytes, ofPage: getCurrentPages().includes(this) });
    original.call(this, values, applied);
  };
  Object.assign(globalThis, { counted: calls });
};

type MiniProgramPage = {
  readonly route: string;
  readonly data: Readonly<Record<string, unknown>>;
  setData(values: object, applied?: () => void): void;
};

/** What the mini-program in the browser has within reach, and what `countSetData` leaves there. */
declare const wx: { reLaunch(options: { url: string }): void };
declare const getCurrentPages: () => MiniProgramPage[];
declare const counted: SetData[];
