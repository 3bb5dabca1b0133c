import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { pageOf } from '../report/page';
import type { Report } from '../report/table';
import { ROOT } from './bundle';
import type { Verdict } from './mutation';
import type { Options } from './options';

const PAGE = resolve(ROOT, 'docs/reliability.md');

/** Writes docs/reliability.md from the reports of the last run and of the last mutants. Always true. */
export const publish = async ({ report }: Options): Promise<boolean> => {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(resolve(ROOT, report, name), 'utf8')) as T;
  const page = pageOf({
    simulation: await read<Report>('simulation.json'),
    mutants: await read<readonly Verdict[]>('mutants.json'),
  });
  await writeFile(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
  return true;
};
