import { fork } from 'node:child_process';
import { addTally, emptyTally, type Tally } from '../report/tally';
import type { Job, Message } from './job';

type Heard = (message: Message) => void;

/** For stories, which people read. */
const TELLING = ['--enable-source-maps'];

/** Sends one job to a worker process of a bundle and hears it out. Rejects when the worker broke down. */
const employ = (bundle: string, job: Job, heard: Heard): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = fork(bundle, [], { execArgv: job.kind === 'story' ? TELLING : [] });
    worker.on('message', (message) => heard(message as Message));
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`)),
    );
    worker.send(job);
  });

/** Shares a campaign among so many workers; gives what they counted together, and shows how far they are. */
export const campaign = async (
  bundle: string,
  workers: number,
  job: (share: { part: number; parts: number }) => Job,
): Promise<Tally> => {
  const whole = emptyTally();
  const progress = Array.from({ length: workers }, () => ({ schedules: 0, failures: 0 }));
  const show = () => {
    const schedules = progress.reduce((sum, each) => sum + each.schedules, 0);
    const failures = progress.reduce((sum, each) => sum + each.failures, 0);
    if (process.stderr.isTTY) process.stderr.write(`\r${schedules} schedules, ${failures} broken `);
  };
  await Promise.all(
    progress.map((_, part) =>
      employ(bundle, job({ part, parts: workers }), (message) => {
        if (message.kind === 'tally') addTally(whole, message.tally);
        if (message.kind !== 'progress') return;
        progress[part] = message;
        show();
      }),
    ),
  );
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return whole;
};

/** Has one worker tell a story. */
export const storyBy = async (
  bundle: string,
  job: Extract<Job, { kind: 'story' }>,
): Promise<Extract<Message, { kind: 'story' }>> => {
  let story: Extract<Message, { kind: 'story' }> = { kind: 'story', lines: [], failed: true };
  await employ(bundle, job, (message) => {
    if (message.kind === 'story') story = message;
  });
  return story;
};
