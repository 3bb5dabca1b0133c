/** How fast a recording may be played; the server credits no more than double. */
export const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;

/** The speed after this one, from the last back to the first. */
export const nextSpeed = (speed: number): number => {
  const index = SPEEDS.findIndex((each) => each === speed);
  return SPEEDS[(index + 1) % SPEEDS.length] ?? 1;
};
