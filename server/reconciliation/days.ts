const BEIJING_MS = 8 * 60 * 60_000;
export const DAY_MS = 24 * 60 * 60_000;

/** The day in Beijing that a moment belongs to, `yyyy-mm-dd`: bills are cut there (W21). */
export const dayOf = (at: number): string => new Date(at + BEIJING_MS).toISOString().slice(0, 10);

/** The first moment of a day in Beijing. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - BEIJING_MS;

/** The first moment after a day in Beijing. */
export const endOf = (day: string): number => startOf(day) + DAY_MS;

/** So many days later, or earlier. */
export const daysAfter = (day: string, count: number): string =>
  dayOf(startOf(day) + count * DAY_MS);

/** The month in Beijing that a moment belongs to, `yyyy-mm`. */
export const monthOf = (at: number): string => dayOf(at).slice(0, 7);

/** The first moment of a month in Beijing. */
export const startOfMonth = (month: string): number => startOf(`${month}-01`);

/** The first moment of the month after a moment's, in Beijing. */
export const monthAfter = (at: number): number => {
  const [year = 0, month = 0] = dayOf(at).split('-').map(Number);
  const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return startOf(next);
};
