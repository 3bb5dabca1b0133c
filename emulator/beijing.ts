const BEIJING_AHEAD_MS = 8 * 3_600_000;

/** `yyyyMMddHHmmss` in UTC+8, the form WeChat Pay uses. */
export function beijingStamp(at: number): string {
  return beijingText(at).replace(/\D/g, '');
}

/** `yyyy-MM-dd HH:mm:ss` in UTC+8. */
export function beijingText(at: number): string {
  return new Date(at + BEIJING_AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Epoch ms of a `yyyyMMddHHmmss` (or `yyyyMMdd`) stamp in UTC+8; NaN when it is not one. */
export function fromBeijingStamp(stamp: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(stamp);
  if (!match) return NaN;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
}
