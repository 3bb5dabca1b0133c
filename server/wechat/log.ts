import type { Log } from '../ports';

/** One line of JSON for each thing worth knowing; the cloud's log search reads it by field. */
export const logLine: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
