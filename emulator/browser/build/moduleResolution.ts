import path from 'node:path';
import type { OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import { isFile } from './files';
import type { SourceTree } from './sourceTree';

const PACKAGE = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/;

/**
 * Resolves bare imports as WeChat DevTools does: the nearest `miniprogram_npm` first, then the
 * mini-program build of a package in node_modules. Anything else is left to esbuild.
 */
export function miniProgramModules(tree: SourceTree): Plugin {
  return {
    name: 'mini-program-modules',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, (args) => resolveBare(tree, args));
      build.onResolve({ filter: /^\// }, ({ path: request, kind }) => {
        if (isFile(request)) return null;
        return build.resolve(`.${request}`, { resolveDir: tree.root, kind });
      });
    },
  };
}

function resolveBare(tree: SourceTree, args: OnResolveArgs): OnResolveResult | null {
  if (!args.importer) return null;
  const file = inNearestNpm(args.path, path.dirname(args.importer)) ?? inPackage(tree, args.path);
  return file ? { path: file } : null;
}

function inNearestNpm(request: string, fromDir: string): string | undefined {
  for (let dir = fromDir; dir !== path.dirname(dir); dir = path.dirname(dir)) {
    const file = asModule(path.join(dir, 'miniprogram_npm', request));
    if (file) return file;
  }
  return undefined;
}

function inPackage(tree: SourceTree, request: string): string | undefined {
  const [, name = '', inside = 'index'] = PACKAGE.exec(request) ?? [];
  const dir = tree.miniprogramDirOf(name);
  return dir ? asModule(path.join(dir, inside)) : undefined;
}

function asModule(base: string): string | undefined {
  return [base, `${base}.js`, path.join(base, 'index.js')].find(isFile);
}
