import { day } from './format';

/** The first moment of a day written `2026-11-23`, in epoch ms by the phone's own zone. */
export const startOfDay = (written: string): number => {
  const [year = 1970, month = 1, date = 1] = written.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
};

/** The moment a day is over: the first of the next one. */
export const endOfDay = (written: string): number => {
  const [year = 1970, month = 1, date = 1] = written.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
};

/** The day some days after a moment, as it is written. */
export const dayAfter = (at: number, days: number): string => {
  const date = new Date(at);
  return day(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime());
};

/** The last day of a time that ends just before a moment. */
export const lastDayBefore = (end: number): string => day(end - 1);
