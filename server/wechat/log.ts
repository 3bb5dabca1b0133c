import type { Log } from '../ports';

/** One line of JSON for each thing worth knowing; the cloud's log search reads it by field. */
export const logLine: Log = (line) => {
  // eslint-disable-next-line no-console -- the cloud keeps what a function prints to its console, and nothing else
  console.log(JSON.stringify(line));
};
