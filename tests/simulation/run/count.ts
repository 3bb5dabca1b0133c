import type { Course } from '../../../server/catalogue/course';
import { RACES } from '../races/races';
import type { Coverage } from '../schedule';
import type { Tally } from '../report/tally';
import type { Performance } from '../world/perform';
import type { Script } from '../world/script';

/** Adds one performance to a tally. */
export const count = (tally: Tally, script: Script, performance: Performance): void => {
  tally.schedules += 1;
  tally.steps += performance.steps;
  tally.looks += performance.looks;
  tally.interleavings.push(performance.interleaving);
  for (const name of performance.struck) {
    const adversity = name.slice(0, name.indexOf('@'));
    tally.adversities[adversity] = (tally.adversities[adversity] ?? 0) + 1;
  }
  countRaces(tally, script, performance);
};

const countRaces = (tally: Tally, script: Script, performance: Performance): void => {
  const { judge, provider, house } = performance.theatre;
  const evidence = {
    script,
    calls: performance.calls,
    faults: performance.faults,
    struck: performance.struck,
    orders: [...judge.orders.values()],
    refunds: [...judge.refunds.values()],
    users: [...judge.users.values()],
    journal: [...judge.journal.values()],
    differences: [...judge.differences.values()],
    courses: house.cloud.documents<Course>('courses'),
    book: provider.book,
  };
  for (const { id, reached } of RACES) {
    if (reached(evidence)) tally.races[id] = (tally.races[id] ?? 0) + 1;
  }
};

/** Adds what was covered in all of a worker's schedules. */
export const countCoverage = (tally: Tally, coverage: Coverage): void => {
  for (const { site, reached, struck } of coverage.bySite()) {
    if (site.faults.length > 0) tally.sites[site.name] = { reached, struck };
  }
};
