import fs from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import postcss, { type Root } from 'postcss';
import { isFile } from './files';

/** Folder of the host under which icons are served. */
export const ICON_FOLDER = '__td-icon';

const ICON_RULE = /t-icon-([\w-]+?)::?before$/;
const MASK = postcss.parse(
  `[class*="--t-icon-"]:before{display:block;width:1em;height:1em;background:currentColor;` +
    `-webkit-mask:var(--td-icon) center/contain no-repeat;mask:var(--td-icon) center/contain no-repeat}`,
);

/** True for the code id of TDesign's icon component. */
export function isTdesignIcon(id: string): boolean {
  return id.endsWith('tdesign-miniprogram/icon/icon');
}

/** TDesign's icon font lives on a CDN; draw the same class names as masks of local SVG files instead. */
export function drawIconsFromFiles(root: Root): void {
  root.walkAtRules('font-face', (rule) => {
    rule.remove();
  });
  root.walkRules(ICON_RULE, (rule) => {
    const name = ICON_RULE.exec(rule.selector)?.[1] ?? '';
    rule.removeAll();
    rule.append({ prop: '--td-icon', value: `url(/${ICON_FOLDER}/${name}.svg)` });
    rule.append({ prop: 'content', value: '""' });
  });
  root.append(MASK.clone());
}

/**
 * Writes the icons of tdesign-icons-svg into `outDir` once per package version, with their attribute spelling repaired.
 * They are thousands of files, so others may work meanwhile.
 */
export async function copyIcons(nodeModulesDir: string, outDir: string): Promise<void> {
  const packageDir = path.join(nodeModulesDir, 'tdesign-icons-svg');
  const target = path.join(outDir, ICON_FOLDER);
  const version = fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8');
  const stamp = path.join(target, 'package.json');
  if (isFile(stamp) && fs.readFileSync(stamp, 'utf8') === version) return;
  fs.mkdirSync(target, { recursive: true });
  for (const name of fs.readdirSync(path.join(packageDir, 'src'))) {
    if (!name.endsWith('.svg')) continue;
    const svg = await readFile(path.join(packageDir, 'src', name), 'utf8');
    await writeFile(path.join(target, name), svg.replace('view-box=', 'viewBox='));
  }
  fs.writeFileSync(stamp, version);
}
