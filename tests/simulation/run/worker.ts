import { replaceFetch } from '../world/network';
import { directed, singleFaults, swarm } from './campaigns';
import type { Job, Message } from './job';
import { tellStory } from './telling';

const say = (message: Message): void => void process.send?.(message);

const work = async (job: Job): Promise<void> => {
  if (job.kind === 'story') return say(await tellStory(job));
  const campaign = { swarm, directed, singleFaults }[job.kind];
  const tally = await campaign(job as never, (schedules, failures) =>
    say({ kind: 'progress', schedules, failures }),
  );
  say({ kind: 'tally', tally });
};

/** Calls of a simulated network end in virtual time; real timers for each of them cost much and do nothing. */
const NEVER = new AbortController().signal;

/** A worker process of the simulation: it is sent one job, answers, and ends. */
process.once('message', (job: Job) => {
  replaceFetch();
  AbortSignal.timeout = () => NEVER;
  if (job.kind !== 'story') Error.stackTraceLimit = 0;
  work(job).then(
    () => process.disconnect(),
    (error: unknown) => {
      process.exitCode = 2;
      process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
      process.disconnect();
    },
  );
});
