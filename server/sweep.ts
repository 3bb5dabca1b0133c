import type { Clock, Log } from './ports';
import { sideBySide } from './sideBySide';

/** What a timer did: how many documents it looked at, how many it is done with, how many it left for next time. */
export type Swept = { readonly looked: number; readonly settled: number; readonly left: number };

/** A timer stops by itself before the platform stops it, so that no document is left half way without need. */
const WORKING_MS = 40_000;

/** Most of the time of a timer is waiting for a payment provider, so several documents wait together. */
const AT_ONCE = 8;

type Work<Doc> = {
  readonly due: readonly Doc[];
  /** Takes a document for this run; false when another run has it. */
  readonly take: (doc: Doc) => Promise<boolean>;
  readonly settle: (doc: Doc) => Promise<void>;
};

/**
 * Works through documents whose time has come, some side by side. One that fails is logged and comes again;
 * it holds up none of the others.
 */
export const sweep = async <Doc extends { readonly _id: string }>(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  { due, take, settle }: Work<Doc>,
): Promise<Swept> => {
  const until = clock.now() + WORKING_MS;
  const results = await sideBySide(due, AT_ONCE, async (doc) =>
    clock.now() > until ? undefined : attempt(log, doc, { take, settle }),
  );
  const looked = results.filter((result) => result !== undefined).length;
  const settled = results.filter(Boolean).length;
  return { looked, settled, left: due.length - settled };
};

const attempt = async <Doc extends { readonly _id: string }>(
  log: Log,
  doc: Doc,
  { take, settle }: Pick<Work<Doc>, 'take' | 'settle'>,
): Promise<boolean> => {
  try {
    if (await take(doc)) await settle(doc);
    return true;
  } catch (error) {
    log({ level: 'error', event: 'sweep failed', subject: doc._id, error: String(error) });
    return false;
  }
};
