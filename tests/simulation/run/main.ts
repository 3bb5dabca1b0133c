import { parseArgs } from 'node:util';
import { runSimulation } from './everything';
import { runMutants } from './mutation';
import { publish } from './publish';
import { tellSeed } from './seed';

/**
 * `npm run simulate`: performs random schedules of the real functions over a simulated cloud and an adversarial WeChat
 * Pay, with `--fresh` by seeds that were never tried, and ends with 1 when a promise about money was broken. `SEED=n` tells the story of one schedule;
 * `--mutants` plants deliberate bugs and looks whether they are noticed; `--publish` writes docs/reliability.md from the
 * reports of the two.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    workers: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '5' },
    mutants: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    report: { type: 'string', default: 'artifacts/simulation' },
  },
});

/** Seeds that no run before had: a run every second for decades. */
const seedOfNow = (): number => (Math.floor(Date.now() / 1000) % 20_000_000) * 50_000;

const options = {
  seeds: Number(values.seeds),
  from: values.fresh ? seedOfNow() : Number(values.from),
  workers: Number(values.workers),
  minutes: Number(values.minutes),
  only: values.only,
  report: values.report,
};

const { SEED: seed, SCENARIO: scenario, FAULT: fault } = process.env;

const run = (): Promise<boolean> => {
  if (seed !== undefined) {
    const named = { ...(scenario && { scenario }), ...(fault && { fault }) };
    return tellSeed({ seed: Number(seed), ...named });
  }
  if (values.publish) return publish(options);
  return values.mutants ? runMutants(options) : runSimulation(options);
};

void run().then((isGood) => {
  process.exitCode = isGood ? 0 : 1;
});
