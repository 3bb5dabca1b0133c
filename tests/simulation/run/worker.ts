import { replaceFetch } from '../world/network';
import { directed, singleFaults, swarm } from './campaigns';
import type { Job, Message } from './job';
import { tellStory } from './telling';

const say = (message: Message): void => void process.send?.(message);

const work = async (job: Job): Promise<void> => {
  if (job.kind === 'story') return say(await tellStory(job));
  const campaign = { swarm, directed, singleFaults }[job.kind];
  const tally = await campaign(job as never, (schedules, failures) =>
    say({ kind: 'progress', of: job.kind, schedules, failures }),
  );
  say({ kind: 'tally', of: job.kind, tally });
};

/** Calls of a simulated network end in virtual time; real timers for each of them cost much and do nothing. */
const NEVER = new AbortController().signal;

const workThrough = async (jobs: readonly Job[]): Promise<void> => {
  for (const job of jobs) await work(job);
};

/** A worker process of the simulation: it is sent its jobs, does them in turn, and ends. */
process.once('message', (jobs: readonly Job[]) => {
  replaceFetch();
  AbortSignal.timeout = () => NEVER;
  if (jobs.every(({ kind }) => kind !== 'story')) Error.stackTraceLimit = 0;
  workThrough(jobs).then(
    () => process.disconnect(),
    (error: unknown) => {
      process.exitCode = 2;
      process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
      process.disconnect();
    },
  );
});
