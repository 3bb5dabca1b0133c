import type { How } from '../schedule';
import { STALE_MS, type Store } from './store';
import type { Moment } from './versions';

/** When a plain read looks: now, or, where it is stale, some time in the last two seconds. */
export const momentOf = ({ surroundings }: Store, how: How): Moment | undefined => {
  if (how !== 'stale') return undefined;
  const now = surroundings.now();
  return { at: now - 1 - ((now * 7919) % STALE_MS) };
};
