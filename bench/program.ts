import { spawn } from 'node:child_process';

/** A program of this repository that serves in a process of its own. */
export type Program = { readonly url: string; stop(): Promise<void> };

type Start = {
  readonly root: string;
  readonly script: string;
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts a TypeScript program; resolves when it has printed `ready` and its address. */
export const start = ({ root, script, words = [], env = {} }: Start): Promise<Program> => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  // A benchmark that fails half way leaves nothing running.
  process.once('exit', () => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /^ready (\S+)$/m.exec(printed)?.[1];
      if (url) resolve({ url, stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`${script} did not start (${code}): ${printed}`)),
    );
  });
};
