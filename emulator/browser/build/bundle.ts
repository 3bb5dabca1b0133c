import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { miniProgramModules } from './moduleResolution';
import type { SourceTree } from './sourceTree';

const ENTRY = 'mini-program:entry';
/** Folder of the host's own sources. */
export const HOST_DIR = path.resolve(__dirname, '..');

export interface BundleRequest {
  tree: SourceTree;
  entry: string;
  outDir: string;
  minify: boolean;
}

/** Bundles the generated entry into app.js and the frame page into frame.js; returns the files they were made from. */
export async function bundle({ tree, entry, outDir, minify }: BundleRequest): Promise<string[]> {
  const result = await build({
    entryPoints: { app: ENTRY, frame: path.join(HOST_DIR, 'frame/frame.ts') },
    bundle: true,
    format: 'iife',
    target: 'chrome107',
    outdir: outDir,
    sourcemap: minify ? false : 'linked',
    metafile: true,
    minify,
    logLevel: 'silent',
    absWorkingDir: HOST_DIR,
    define: { 'process.env.NODE_ENV': JSON.stringify(minify ? 'production' : 'development') },
    plugins: [virtualEntry(entry, tree.root), miniProgramModules(tree)],
  });
  const inputs = Object.keys(result.metafile.inputs).filter((name) => !name.includes(ENTRY));
  return inputs.map((name) => path.resolve(HOST_DIR, name));
}

function virtualEntry(contents: string, resolveDir: string): Plugin {
  return {
    name: 'entry',
    setup(build) {
      build.onResolve({ filter: /^mini-program:entry$/ }, () => ({
        path: ENTRY,
        namespace: 'generated',
      }));
      build.onLoad({ filter: /.*/, namespace: 'generated' }, () => ({
        contents,
        loader: 'js',
        resolveDir,
      }));
    },
  };
}
