import { cpSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startCloud, type LocalCloud } from '../../../emulator';
import { buildBrowserHost } from '../../../emulator/browser';

export const FIXTURE = join(__dirname, 'fixture');
export const NODE_MODULES = join(__dirname, '../../../node_modules');
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
/** Whom the frame offers to be. */
export const PERSONS = [
  { openid: 'oLocalLearner', name: '学员' },
  { openid: 'oLocalTeacher', name: '讲师' },
];
/** The virtual payment offer of the fixture's cloud. */
export const OFFER = { id: 'offer_1', key: 'offer-key' };
const LOCK_LIFE_MS = 120_000;
const ACTION_TIMEOUT_MS = 15_000;

jest.setTimeout(60_000);

/** The fixture mini-program, built and served by a local cloud of its own, and a Chromium to look at it. */
export interface Stage {
  cloud: LocalCloud;
  /** Opens a phone; `path` starts with `/`. */
  open(path: string, options?: BrowserContextOptions): Promise<Phone>;
  close(): Promise<void>;
}

/** One browser page, with what tests ask of it again and again. */
export interface Phone {
  page: Page;
  /** Errors the browser reported. */
  errors: string[];
  /** A field of the data of the mini-program page on screen. */
  data<T = unknown>(field: string): Promise<T>;
  /** setData on the page on screen. */
  setData(values: object): Promise<void>;
  /** What the fixture's app noted. */
  log(): Promise<string[]>;
  /** A computed style of the first element that matches. */
  style(selector: string, property: string): Promise<string>;
  texts(selector: string): Promise<string[]>;
}

/** Builds and serves the fixture for one test file. Close it in `afterAll`. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'browser-host-'));
  const outDir = await builtFixture();
  const cloud = await startCloud({
    port: 0,
    dataDir: join(folder, 'cloud'),
    functionsDir: join(FIXTURE, 'functions'),
    collections: {},
    rules: {
      storage: { prefixes: { 'avatars/': { read: true, write: true } } },
      functions: { '*': { invoke: true } },
    },
    payments: { virtual: { offerId: OFFER.id, appKeys: { live: OFFER.key, sandbox: OFFER.key } } },
    staticDirs: [outDir],
  });
  const browser = await launch();
  return {
    cloud,
    open: (path, options) => openPhone(browser, cloud.url + path, options),
    close: async () => {
      await browser.close();
      await cloud.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The fixture's site, shared by all test files: whoever comes first builds it, the others find it unchanged. */
async function builtFixture(): Promise<string> {
  const outDir = join(__dirname, '../../../.cache/browser-fixture');
  const lock = `${outDir}.lock`;
  mkdirSync(dirname(lock), { recursive: true });
  while (!takeLock(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    const miniprogramDir = join(FIXTURE, 'miniprogram');
    await buildBrowserHost({
      miniprogramDir,
      nodeModulesDir: NODE_MODULES,
      outDir,
      persons: PERSONS,
    });
  } finally {
    rmdirSync(lock);
  }
  return outDir;
}

/** Makes the lock folder; one older than any build was left behind by a run that was killed. */
function takeLock(lock: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > LOCK_LIFE_MS) rmdirSync(lock);
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/** A copy of the fixture to break on purpose. */
export function copyFixture(): { dir: string; miniprogramDir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'browser-host-'));
  cpSync(FIXTURE, dir, { recursive: true });
  const remove = () => rmSync(dir, { recursive: true, force: true });
  return { dir, miniprogramDir: join(dir, 'miniprogram'), remove };
}

function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS.split(' ') });
}

const PHONE: BrowserContextOptions = {
  viewport: { width: 375, height: 667 },
  hasTouch: true,
  isMobile: true,
};

async function openPhone(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({ ...PHONE, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.setDefaultTimeout(ACTION_TIMEOUT_MS);
  page.on('pageerror', (error) => errors.push(String(error.stack)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    errors,
    data: <T>(field: string) =>
      page.evaluate<T>(`getCurrentPages().at(-1).data[${JSON.stringify(field)}]`),
    setData: (values) =>
      page.evaluate(`getCurrentPages().at(-1).setData(${JSON.stringify(values)})`),
    log: () => page.evaluate<string[]>('getApp().globalData.log'),
    style: (selector, property) =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`,
      ),
    texts: (selector) => page.locator(selector).allInnerTexts(),
  };
}

/** Moves a finger along a line, as a person drags. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: object[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points as never });
  const STEPS = 10;
  await touch('touchStart', [from]);
  for (let step = 1; step <= STEPS; step += 1) {
    const x = from.x + ((to.x - from.x) * step) / STEPS;
    const y = from.y + ((to.y - from.y) * step) / STEPS;
    await touch('touchMove', [{ x, y }]);
    await page.waitForTimeout(16);
  }
  await touch('touchEnd', []);
}
