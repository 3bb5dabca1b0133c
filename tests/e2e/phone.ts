import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { dataOf, openCloud, type TestCloud } from '../cloud';

const SCREENS = join(__dirname, '../../artifacts/screens');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--autoplay-policy=no-user-gesture-required',
];
const PATIENCE_MS = 20_000;

/** The whole shop with its demo shelves, and a browser to hold phones in. */
export type Shop = {
  readonly cloud: TestCloud;
  /** A phone of its own: `route` without the leading slash, `as` an openid. */
  phone(as: string, route?: string, size?: Size): Promise<Phone>;
  /** The id of the first course that a search for these words finds. */
  courseNamed(words: string): Promise<string>;
  close(): Promise<void>;
};

export type Size = { readonly width: number; readonly height: number };

export type Phone = {
  readonly page: Page;
  /** What the page on screen shows; pages below it in the stack do not count. */
  readonly screen: Locator;
  /** Errors the browser reported so far. */
  readonly errors: string[];
  goTo(route: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  tap(text: string | RegExp): Promise<void>;
  /** Taps what says this word and nothing else. */
  tapWord(word: string): Promise<void>;
  /** Taps a button of the mini-program by its words. */
  press(words: string | RegExp): Promise<void>;
  /** Answers a dialog. */
  confirm(word: string): Promise<void>;
  fill(placeholder: string | RegExp, value: string): Promise<void>;
  /** Keeps a picture of the page in `artifacts/screens/`. */
  picture(name: string): Promise<void>;
};

/** Opens the shop for one test file. Close it in `afterAll`. */
export const openShop = async (): Promise<Shop> => {
  const cloud = await openCloud({ seed: 'demo', browser: true });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  return {
    cloud,
    phone: (as, route, size) =>
      openPhone({ browser, url: cloud.url, as, ...(route && { route }), ...(size && { size }) }),
    courseNamed: async (keyword) => {
      const found = dataOf(await cloud.as('oSomeone').call('searchCourses', { keyword }));
      const [course] = found.items;
      if (!course) throw new Error(`no course named ${keyword}`);
      return course.courseId;
    },
    close: async () => {
      await browser.close();
      await cloud.close();
    },
  };
};

type Opening = { browser: Browser; url: string; as: string; route?: string; size?: Size };

const openPhone = async ({
  browser,
  url,
  as,
  route = 'pages/home/index',
  size = { width: 375, height: 812 },
}: Opening): Promise<Phone> => {
  const context = await browser.newContext({
    viewport: size,
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${url}/app.html?as=${as}#/${route}`);

  const screen = page.locator('.mp-page:visible');
  return {
    page,
    screen,
    errors,
    goTo: async (to) => {
      await page.evaluate((target) => wx.reLaunch({ url: target }), `/${to}`);
    },
    sees: (text) => page.getByText(text).locator('visible=true').first().waitFor(),
    tap: (text) => page.getByText(text).locator('visible=true').first().click(),
    tapWord: (word) =>
      page.getByText(word, { exact: true }).locator('visible=true').first().click(),
    press: (words) =>
      screen
        .locator('wx-button')
        .filter({ hasText: words })
        .locator('visible=true')
        .first()
        .click(),
    confirm: (word) => page.locator('.mp-mask button').filter({ hasText: word }).last().click(),
    fill: (placeholder, value) =>
      page.getByPlaceholder(placeholder).locator('visible=true').first().fill(value),
    picture: async (name) => {
      mkdirSync(SCREENS, { recursive: true });
      await page.screenshot({ path: join(SCREENS, `${name}.png`) });
    },
  };
};

/** Waits until something is true; fails with what it was last. */
export const until = async <T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  patienceMs = 15_000,
): Promise<T> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)} after ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** The part of the browser host's `wx` that tests reach for inside the page. */
declare const wx: { reLaunch(options: { url: string }): void };
