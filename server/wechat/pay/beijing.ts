const BEIJING_MS = 8 * 60 * 60 * 1000;

/** A moment as WeChat Pay writes it, `yyyyMMddHHmmss` in Beijing. */
export const stampOf = (ms: number): string =>
  new Date(ms + BEIJING_MS).toISOString().replace(/[-:T]/g, '').slice(0, 14);

/** The moment of such a stamp in epoch ms; undefined when it is none. */
export const momentOf = (stamp: unknown): number | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(String(stamp));
  if (!match) return undefined;
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
  const [day, hour, minute, second] = rest;
  return Date.UTC(year, month - 1, day, hour, minute, second) - BEIJING_MS;
};
