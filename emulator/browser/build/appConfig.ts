import path from 'node:path';
import { readJson } from './files';

/** What the host reads of app.json. */
export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  window?: Record<string, unknown>;
  tabBar?: { custom?: boolean; list: { pagePath: string; text: string }[] };
}

/** Reads app.json of a mini-program. Throws when it lists no page. */
export function readAppConfig(miniprogramDir: string): AppConfig {
  const file = path.join(miniprogramDir, 'app.json');
  const { pages, ...rest } = readJson<AppConfig>(file);
  if (!pages?.length) throw new Error(`${file} lists no pages`);
  return { pages, ...rest };
}

/** Code ids of all pages: main package first, then each subpackage. */
export function pageIds(app: AppConfig): string[] {
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  const inPackages = packages.flatMap((part) =>
    part.pages.map((page) => path.posix.join(part.root, page)),
  );
  return [...app.pages, ...inPackages];
}
