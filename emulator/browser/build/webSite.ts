import fs from 'node:fs';
import path from 'node:path';
import { readAppConfig } from './appConfig';
import { bundle } from './bundle';
import { ComponentScan } from './components';
import { entrySource } from './entry';
import { isFile } from './files';
import { SourceTree } from './sourceTree';
import { StyleCompiler } from './styles';
import { copyIcons } from './tdesignIcons';
import { TemplateCompiler } from './templates';
import { copyAssets, type Person, writeAppStyles, writePages } from './webFiles';

export interface WebSiteRequest {
  miniprogramDir: string;
  nodeModulesDir: string;
  outDir: string;
  minify: boolean;
  persons: readonly Person[];
}

/** Compiles a mini-program and writes its web site; returns the files it was made from. */
export async function writeWebSite({
  miniprogramDir,
  nodeModulesDir,
  outDir,
  minify,
  persons,
}: WebSiteRequest): Promise<{ inputs: string[]; warnings: string[] }> {
  fs.mkdirSync(outDir, { recursive: true });
  const tree = new SourceTree(miniprogramDir, nodeModulesDir);
  const { entry, css, warnings } = compileMiniProgram(tree);
  const [inputs] = await Promise.all([
    bundle({ tree, entry, outDir, minify }),
    copyIcons(tree.nodeModules, outDir),
  ]);
  writeAppStyles(outDir, css);
  writePages(outDir, persons);
  copyAssets(miniprogramDir, outDir);
  return { inputs, warnings };
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
