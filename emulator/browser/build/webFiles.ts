import fs from 'node:fs';
import path from 'node:path';
import { HOST_DIR } from './bundle';
import { copyIfNewer, listFiles } from './files';

/** A person whom the frame page lets one act as. */
export interface Person {
  openid: string;
  name: string;
}

const SOURCES = new Set(['.ts', '.js', '.json', '.wxml', '.wxss', '.wxs']);
/** In this order: what comes later may refine what comes before. */
const STYLE_SHEETS = [
  'base',
  'builtin',
  'controls',
  'choices',
  'bars',
  'panels',
  'dialogs',
  'sheets',
  'cashier',
];

/** Copies what the mini-program serves by path: images and other files that are not sources. */
export function copyAssets(miniprogramDir: string, outDir: string): void {
  for (const name of listFiles(miniprogramDir)) {
    if (SOURCES.has(path.extname(name))) continue;
    copyIfNewer(path.join(miniprogramDir, name), path.join(outDir, name));
  }
}

/** Writes app.css: the look of built-ins and bars, then the mini-program's own styles. */
export function writeAppStyles(outDir: string, miniprogramCss: string): void {
  const own = STYLE_SHEETS.map((name) =>
    fs.readFileSync(path.join(HOST_DIR, 'style', `${name}.css`)),
  );
  fs.writeFileSync(path.join(outDir, 'app.css'), [...own, miniprogramCss].join('\n'));
}

/** Writes the bare app page and the frame page with its list of persons. */
export function writePages(outDir: string, persons: readonly Person[]): void {
  for (const name of ['app.html', 'frame.css']) {
    fs.copyFileSync(path.join(HOST_DIR, 'frame', name), path.join(outDir, name));
  }
  const frame = fs.readFileSync(path.join(HOST_DIR, 'frame/index.html'), 'utf8');
  const list = JSON.stringify(persons).replaceAll('<', '\\u003c');
  fs.writeFileSync(
    path.join(outDir, 'index.html'),
    frame.replace('[/*persons*/]', () => list),
  );
}
