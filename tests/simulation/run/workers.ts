import { fork } from 'node:child_process';
import { once } from 'node:events';
import { addTally, emptyTally, type Tally } from '../report/tally';
import type { Campaigns, Job, Message } from './job';
import { Progress } from './progress';

type Heard = (message: Message) => void;

/** For stories, which people read. */
const TELLING = ['--enable-source-maps'];
/** Much is made and soon forgotten, and each function is called often enough to be worth compiling at once. */
const COUNTING = ['--max-semi-space-size=64', '--sparkplug'];

/** Sends jobs to a worker process of a bundle and hears it out. Rejects when it broke down or left a job unanswered. */
const employ = async (bundle: string, jobs: readonly Job[], heard: Heard): Promise<void> => {
  const tells = jobs.some(({ kind }) => kind === 'story');
  const worker = fork(bundle, [], { execArgv: tells ? TELLING : COUNTING });
  let answered = 0;
  worker.on('message', (message: Message) => {
    if (message.kind !== 'progress') answered += 1;
    heard(message);
  });
  worker.send([...jobs]);
  // Its last message may be read after it has ended.
  const [[code]] = await Promise.all([once(worker, 'exit'), once(worker, 'disconnect')]);
  if (code !== 0 || answered < jobs.length) {
    throw new Error(`a worker ended with ${String(code)} after ${answered} of ${jobs.length} jobs`);
  }
};

type Share = { readonly part: number; readonly parts: number };

/**
 * Shares campaigns among so many workers, each of which does its parts one after the other; gives what they counted in
 * each, and shows how far they are.
 */
export const campaigns = async (
  bundle: string,
  workers: number,
  jobs: (share: Share) => readonly Campaigns[],
): Promise<ReadonlyMap<Campaigns['kind'], Tally>> => {
  const tallies = new Map<Campaigns['kind'], Tally>();
  const progress = new Progress();
  const hear = (part: number, message: Message) => {
    if (message.kind === 'progress') progress.note(part, message);
    if (message.kind !== 'tally') return;
    const tally = tallies.get(message.of) ?? emptyTally();
    tallies.set(message.of, tally);
    addTally(tally, message.tally);
  };
  await Promise.all(
    Array.from({ length: workers }, (_, part) =>
      employ(bundle, jobs({ part, parts: workers }), (message) => hear(part, message)),
    ),
  );
  progress.end();
  return tallies;
};

/** One campaign by itself. */
export const campaign = async (
  bundle: string,
  workers: number,
  job: (share: Share) => Campaigns,
): Promise<Tally> => {
  const [tally] = (await campaigns(bundle, workers, (share) => [job(share)])).values();
  return tally ?? emptyTally();
};

/** Has one worker tell a story. */
export const storyBy = async (
  bundle: string,
  job: Extract<Job, { kind: 'story' }>,
): Promise<Extract<Message, { kind: 'story' }>> => {
  let story: Extract<Message, { kind: 'story' }> = { kind: 'story', lines: [], failed: true };
  await employ(bundle, [job], (message) => {
    if (message.kind === 'story') story = message;
  });
  return story;
};
