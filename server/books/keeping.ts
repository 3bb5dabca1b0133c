import type { Context } from '../context';
import type { Swept } from '../sweep';

/** One thing the books need done regularly. It may be repeated, and ends by itself when its time is over. */
export type Step = (context: Context, until: number) => Promise<Swept>;

/** The step of what is not due. */
export const NOTHING_DUE: Step = () => Promise.resolve({ looked: 0, settled: 0, left: 0 });

/** A run stops by itself before the platform stops it. */
const WORKING_MS = 50_000;

type Kept = { readonly steps: Record<string, Swept>; readonly left: string[] };

/**
 * Takes the steps one after another until the time is over. A step that fails is logged and holds up none of the
 * others; what was not come to is named, and comes first next time by being as due as ever.
 */
export const keep = async (
  context: Context,
  steps: Readonly<Record<string, Step>>,
): Promise<Kept> => {
  const until = context.clock.now() + WORKING_MS;
  const done: Record<string, Swept> = {};
  const left: string[] = [];
  for (const [name, step] of Object.entries(steps)) {
    if (context.clock.now() >= until) left.push(name);
    else done[name] = await attempt(context, { name, step, until });
  }
  return { steps: done, left };
};

const attempt = async (
  context: Context,
  { name, step, until }: { name: string; step: Step; until: number },
): Promise<Swept> => {
  try {
    return await step(context, until);
  } catch (error) {
    context.log({ level: 'error', event: 'book keeping failed', step: name, error: String(error) });
    return { looked: 0, settled: 0, left: 1 };
  }
};
