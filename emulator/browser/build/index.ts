import path from 'node:path';
import { HOST_DIR } from './bundle';
import { Fingerprint } from './fingerprint';
import type { Person } from './webFiles';

export type { Person } from './webFiles';

export interface BrowserHostOptions {
  /** Folder with app.json. */
  miniprogramDir: string;
  /** Folder with tdesign-miniprogram and other packages the mini-program imports. */
  nodeModulesDir: string;
  /** Where index.html, app.html, app.js, app.css and assets are written. */
  outDir: string;
  minify?: boolean;
  /** Whom the frame page lets one act as, the first to begin with. */
  persons: readonly Person[];
}

/**
 * Builds a mini-program, unchanged, into a web site that runs it: `/` is a phone with a control panel,
 * `/app.html` the bare app. Does nothing when no input changed. Throws listing every unknown tag,
 * missing component, template or style.
 */
export async function buildBrowserHost(
  options: BrowserHostOptions,
): Promise<{ warnings: string[]; skipped: boolean }> {
  const { outDir, minify = false, persons } = options;
  const miniprogramDir = path.resolve(options.miniprogramDir);
  const settings = JSON.stringify({ minify, persons });
  const fingerprint = new Fingerprint(outDir, [miniprogramDir, HOST_DIR], settings);
  if (fingerprint.unchanged()) return { warnings: [], skipped: true };
  // Loaded only now: loading the compilers takes far longer than seeing that nothing changed.
  const { writeWebSite } = await import('./webSite');
  const { inputs, warnings } = await writeWebSite({
    miniprogramDir,
    nodeModulesDir: path.resolve(options.nodeModulesDir),
    outDir,
    minify,
    persons,
  });
  fingerprint.remember(inputs);
  return { warnings, skipped: false };
}
