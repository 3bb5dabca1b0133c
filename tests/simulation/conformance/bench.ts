import type { CollectionDefinition } from '../../../emulator/database/contract';
import type { Database } from '../../../server/database';
import type { SdkDatabase } from '../../../server/wechat/sdk';

/** A database under test: as the SDK gives it, and as the server opens it. */
export type Bench = {
  readonly sdk: SdkDatabase;
  readonly db: Database;
  /** Lets time pass: virtual time in the simulation. */
  readonly pause: (ms: number) => Promise<void>;
  /** How long a transaction lives, and how long a plain write waits for one, in ms. */
  readonly lifeMs: number;
  readonly lockWaitMs: number;
};

/** One thing the server relies on: does it, and tells what it saw. Both databases must show the same. */
export type Case = (bench: Bench) => Promise<unknown>;

const index = (name: string, fields: readonly string[], more: object = {}) => ({
  name,
  keys: fields.map((field) => ({ field, direction: 1 as const })),
  unique: true,
  ...more,
});

/** Collections with every kind of unique key, and none. */
export const COLLECTIONS: Readonly<Record<string, CollectionDefinition>> = {
  settings: { indexes: [] },
  things: { indexes: [] },
  others: { indexes: [] },
  keyed: { indexes: [index('key', ['key'])] },
  sparse: { indexes: [index('key', ['key'], { sparse: true })] },
  tagged: { indexes: [index('tags', ['tags'])] },
  pairs: { indexes: [index('pair', ['a', 'b'])] },
};

/** The number of a request is nobody's business. */
const withoutRequestId = (answer: unknown): unknown => {
  if (typeof answer !== 'object' || answer === null) return answer ?? 'nothing';
  const { requestId, ...rest } = answer as Record<string, unknown>;
  return requestId === undefined ? rest : 'done';
};

/** What a call gives, or all that its error says. */
export const told = async (call: Promise<unknown> | string | void): Promise<unknown> => {
  try {
    return withoutRequestId(await call);
  } catch (error) {
    const { code, errCode, message } = error as Record<string, unknown>;
    return { code, errCode, message };
  }
};
