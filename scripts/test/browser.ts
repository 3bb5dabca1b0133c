import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where a Chromium is on this machine, or undefined. `CHROMIUM` names another. */
export const findBrowser = (): string | undefined =>
  PLACES.find((path) => path !== undefined && existsSync(path));

/** Installs Chromium and a Chinese font from Debian's packages where that may be done, and says where it is. */
export const ensureBrowser = (): string | undefined => {
  const found = findBrowser();
  if (found ?? process.getuid?.() !== 0) return found;
  const apt = (...words: string[]) => spawnSync('apt-get', words, { stdio: 'ignore' }).status === 0;
  process.stdout.write('installing a browser for the end-to-end tests (once) …\n');
  if (apt('update')) apt('install', '-y', '-q', 'chromium', 'fonts-noto-cjk');
  return findBrowser();
};
