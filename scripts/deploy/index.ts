import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import CloudBase from '@cloudbase/manager-node';
import { buildFunctions } from '../build/functions';
import { buildPhone } from '../build/phone';
import { openEnvironment } from '../seed/environment';
import { seedSettings } from '../seed/settings';
import { readEnvironment } from '../../server/wechat/environment';
import { stepsOf } from './steps';

const root = join(__dirname, '../..');
const VARIABLES_FILE = '.env.production';
const say = (line: string) => process.stdout.write(`${line}\n`);

/** What the owner set for the functions. */
const variables = (): Record<string, string> => {
  const file = join(root, VARIABLES_FILE);
  return existsSync(file) ? (parseEnv(readFileSync(file, 'utf8')) as Record<string, string>) : {};
};

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name} first: see docs/deploying.md`);
  return value;
};

/** `npm run deploy`: builds, then does every step; `--dry-run` only tells them. */
const main = async () => {
  const dryRun = process.argv.includes('--dry-run');
  const set = variables();
  const steps = stepsOf(root, set);
  if (dryRun) {
    say(`would build ${join('dist', 'cloudfunctions')} and ${join('dist', 'miniprogram')}`);
    for (const [index, { says }] of steps.entries())
      say(`${index + 1}/${steps.length} would ${says}`);
    say('would add the settings document unless it is there');
    say('then upload the mini-program itself from WeChat DevTools');
    return;
  }

  readEnvironment(set);
  await Promise.all([buildFunctions(root), buildPhone(root)]);
  const app = new CloudBase({
    envId: required('CLOUD_ENV'),
    secretId: required('TENCENTCLOUD_SECRETID'),
    secretKey: required('TENCENTCLOUD_SECRETKEY'),
  });
  for (const [index, step] of steps.entries()) {
    say(`${index + 1}/${steps.length} ${step.says}`);
    await step.run(app);
  }
  await seedSettings(openEnvironment());
  say('done. Open this folder in WeChat DevTools and upload the mini-program.');
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
