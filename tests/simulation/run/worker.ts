import { replaceFetch } from '../world/network';
import { directed, singleFaults, swarm } from './campaigns';
import type { Job, Message } from './job';
import { tellStory } from './telling';

/** Resolves when the message has left: a schedule never lets the event loop turn, and a large one needs it. */
const say = (message: Message): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });

const work = async (job: Job): Promise<void> => {
  if (job.kind === 'story') return say(await tellStory(job));
  const campaign = { swarm, directed, singleFaults }[job.kind];
  const tally = await campaign(job as never, (schedules, failures) =>
    say({ kind: 'progress', of: job.kind, schedules, failures }),
  );
  await say({ kind: 'tally', of: job.kind, tally });
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
