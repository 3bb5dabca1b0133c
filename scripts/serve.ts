import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startCloud } from '../emulator';
import { localShop, PERSONS } from './localCloud';
import { seed, type SeedName } from './seed/seed';

const root = join(__dirname, '..');
const DEFAULT_PORT = 3210;

/** `--bare` serves what is built, without the browser host: what tests want. `--seed=settings` leaves the shelves empty. */
const options = {
  bare: process.argv.includes('--bare'),
  seed: (process.argv.find((word) => word.startsWith('--seed='))?.slice('--seed='.length) ??
    'demo') as SeedName,
  port: Number(process.env['PORT'] ?? DEFAULT_PORT),
  dataDir: resolve(root, process.env['DATA_DIR'] ?? '.local'),
};

// What builds is loaded when it is wanted: a bare shop starts sooner without.
const buildSite = async () => {
  const { buildBrowserHost } = await import('../emulator/browser');
  await buildBrowserHost({
    miniprogramDir: join(root, 'miniprogram'),
    nodeModulesDir: join(root, 'node_modules'),
    outDir: join(root, 'dist/browser'),
    persons: PERSONS,
  });
};

const buildCode = async () => {
  const { buildFunctions } = await import('./build/functions');
  await buildFunctions(root);
};

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Starts the cloud and fills it, which takes the functions but not the browser host. */
const openShop = async (isReady: () => boolean) => {
  if (!options.bare) await buildCode();
  mkdirSync(options.dataDir, { recursive: true });
  const cloud = await startCloud({ ...localShop(root, options), isReady });
  await seed(options.seed, { url: cloud.url, root });
  return cloud;
};

const main = async () => {
  let isReady = false;
  const building = options.bare ? undefined : buildSite();
  const [cloud] = await Promise.all([openShop(() => isReady), building]);
  isReady = true;

  say(`ready ${cloud.url}`);
  if (!options.bare) say(`the shop: ${cloud.url}/    the console: ${cloud.url}/_local/`);
  const stop = () => void cloud.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
