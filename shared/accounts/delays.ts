const SECOND_MS = 1000;

/** Mistakes that anybody makes and that cost no waiting. */
const FREE = 4;

/**
 * How long to wait after so many wrong passwords in a row, in ms: nothing at first, then twice as long each time
 * up to `longest`. Never for good: locking an account would be a gift to whoever wants its owner kept out.
 */
export const delayAfter = (failures: number, longest: number): number =>
  failures <= FREE ? 0 : Math.min(longest, 2 ** (failures - FREE) * SECOND_MS);
