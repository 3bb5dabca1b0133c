import fs from 'node:fs';
import path from 'node:path';
import { readAppConfig } from './appConfig';
import { bundle, HOST_DIR } from './bundle';
import { ComponentScan } from './components';
import { entrySource } from './entry';
import { isFile } from './files';
import { Fingerprint } from './fingerprint';
import { SourceTree } from './sourceTree';
import { StyleCompiler } from './styles';
import { copyIcons } from './tdesignIcons';
import { TemplateCompiler } from './templates';
import { copyAssets, type Person, writeAppStyles, writePages } from './webFiles';

export type { Person } from './webFiles';

export interface BrowserHostOptions {
  /** Folder with app.json. */
  miniprogramDir: string;
  /** Folder with tdesign-miniprogram and other packages the mini-program imports. */
  nodeModulesDir: string;
  /** Where index.html, app.html, app.js, app.css and assets are written. */
  outDir: string;
  minify?: boolean;
  /** Whom the frame page lets one act as. */
  persons?: Person[];
}

const PERSONS: Person[] = [
  { openid: 'oLocalLearner', name: '学员' },
  { openid: 'oLocalTeacher', name: '讲师' },
  { openid: 'oLocalAdmin', name: '管理员' },
];

/**
 * Builds a mini-program, unchanged, into a web site that runs it: `/` is a phone with a control panel,
 * `/app.html` the bare app. Does nothing when no input changed. Throws listing every unknown tag,
 * missing component, template or style.
 */
export async function buildBrowserHost(
  options: BrowserHostOptions,
): Promise<{ warnings: string[]; skipped: boolean }> {
  const { outDir, minify = false, persons = PERSONS } = options;
  const miniprogramDir = path.resolve(options.miniprogramDir);
  const settings = JSON.stringify({ minify, persons });
  const fingerprint = new Fingerprint(outDir, [miniprogramDir, HOST_DIR], settings);
  if (fingerprint.unchanged()) return { warnings: [], skipped: true };
  fs.mkdirSync(outDir, { recursive: true });
  const tree = new SourceTree(miniprogramDir, path.resolve(options.nodeModulesDir));
  const { entry, css, warnings } = compileMiniProgram(tree);
  const inputs = await bundle({ tree, entry, outDir, minify });
  writeAppStyles(outDir, css);
  writePages(outDir, persons);
  copyAssets(miniprogramDir, outDir);
  copyIcons(tree.nodeModules, outDir);
  fingerprint.remember(inputs);
  return { warnings, skipped: false };
}

function compileMiniProgram(tree: SourceTree): { entry: string; css: string; warnings: string[] } {
  const app = readAppConfig(tree.root);
  const scan = new ComponentScan(tree, app).run();
  const components = [...scan.components.values()];
  const templates = new TemplateCompiler(tree);
  const styles = new StyleCompiler(tree);
  const code = templates.compile(components);
  const css = styles.compile(components);
  const problems = [...scan.problems, ...templates.problems, ...styles.problems];
  if (problems.length) throw new Error(`the mini-program does not build:\n${problems.join('\n')}`);
  const appScript = ['app.ts', 'app.js'].map((name) => path.join(tree.root, name)).find(isFile);
  const entry = entrySource({ app, appScript, components, templates: code });
  return { entry, css, warnings: templates.warnings };
}
