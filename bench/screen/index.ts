import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/test/browser';
import type { Figure, Part } from '../figure';
import { start } from '../program';
import { openScreen, type Opened } from './phone';

const PAGES = ['home', 'discover'] as const;

/** What a first screen hands from the logic to the view, counted in the browser host. Nothing without a browser. */
export const screen: Part = async (root) => {
  const executablePath = findBrowser();
  if (!executablePath) {
    process.stderr.write('screen: skipped, no Chromium here (CHROMIUM names one)\n');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-screen-'));
  const env = { PORT: '0', DATA_DIR: folder };
  const shop = await start({ root, script: 'scripts/serve.ts', env });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const figures: Figure[] = [];
    for (const page of PAGES) {
      const opened = await openScreen(await browser.newPage(), shop.url, `pages/${page}/index`);
      figures.push(...figuresOf(page, opened));
    }
    return figures;
  } finally {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const figuresOf = (page: string, { setData, nodes }: Opened): Figure[] => [
  {
    name: `${page}: largest setData`,
    value: Math.max(0, ...setData.map(({ bytes }) => bytes)) / 1024,
    unit: 'kB',
    note: 'as JSON; WeChat advises against more than 256 kB',
  },
  {
    name: `${page}: setData calls of the page`,
    value: setData.filter(({ ofPage }) => ofPage).length,
    unit: 'calls',
    note: `${setData.length} with its components`,
  },
  { name: `${page}: nodes`, value: nodes, unit: 'nodes' },
];
