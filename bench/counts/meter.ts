import type { DocumentDatabase } from '../../emulator/database/contract';

/** Counts the documents a database looks at. */
export type Meter = {
  /** Documents examined since the last reading. */
  read(): number;
};

/**
 * Puts a meter on a database. Its own count is of the last action alone, so actions are let through one
 * at a time: right for one caller at a time, and too slow for anything else.
 */
export const meterOn = (database: DocumentDatabase): Meter => {
  const handle = database.handle.bind(database);
  let examined = 0;
  let last: Promise<unknown> = Promise.resolve();
  database.handle = (action, params) => {
    const answer = last.then(async () => {
      try {
        return await handle(action, params);
      } finally {
        examined += database.examined();
      }
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    read: () => {
      const count = examined;
      examined = 0;
      return count;
    },
  };
};
