/** A move of the clock that is under way. */
export interface Travel {
  readonly from: number;
  readonly until: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A move of up to so long meets every minute. */
const EXACT_MS = HOUR_MS;

/** A longer one makes so many steps: a day in hours. */
const STEPS = 24;

/** Before its end every move is exact again, so that nothing is left undone that a timer was to do. */
const LAST_STRETCH_MS = 30 * MINUTE_MS;

/** What happens once a day is never passed over. */
const LONGEST_STEP_MS = 23 * HOUR_MS;

/**
 * The moment after which something that recurs, and ran at `due`, is next wanted. A month holds more than forty
 * thousand minutes: a long move passes over most of them, or it would take a quarter of an hour.
 */
export function nextWanted(due: number, travel?: Travel): number {
  if (!travel || travel.until - travel.from <= EXACT_MS) return due;
  const step = Math.min((travel.until - travel.from) / STEPS, LONGEST_STEP_MS);
  return Math.max(due, Math.min(due + step - 1, travel.until - LAST_STRETCH_MS));
}
