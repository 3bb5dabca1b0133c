import { formatYuan, type Fen } from '../../shared/money';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number): string => String(value).padStart(2, '0');

/** Yuan in two parts, for setting the fen small: 12800 fen are `128` and nothing, 990 are `9` and `.90`. */
export const yuanParts = (amount: Fen): { whole: string; cents: string } => {
  const [whole = '0', cents = '00'] = formatYuan(amount).split('.');
  return { whole, cents: cents === '00' ? '' : `.${cents}` };
};

/** `¥128`, and `¥9.90` where there are fen: for a word among words. */
export const shortYuan = (amount: Fen): string => {
  const { whole, cents } = yuanParts(amount);
  return `¥${whole}${cents}`;
};

/** `¥128.00` */
export const yuan = (amount: Fen): string => `¥${formatYuan(amount)}`;

/** `2026-11-23`, by the phone's own clock and zone. */
export const day = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** `2026-11-23 08:05` */
export const minute = (at: number): string => {
  const date = new Date(at);
  return `${day(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** How long ago, in words; a date after a week. */
export const ago = (at: number, now: number = Date.now()): string => {
  const passed = now - at;
  if (passed < MINUTE) return '刚刚';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} 分钟前`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} 小时前`;
  return passed < 7 * DAY ? `${Math.floor(passed / DAY)} 天前` : day(at);
};

/** Seconds of a recording as `3:07` or `1:02:03`. */
export const clockTime = (seconds: number): string => {
  const total = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(total / 3600);
  const rest = `${Math.floor((total % 3600) / 60)}:${two(total % 60)}`;
  return hours ? `${hours}:${rest.padStart(5, '0')}` : rest;
};

/** Milliseconds that are left as `14:05`, `3:14:05` or `2 天 03:14:05`; `00:00` when there are none. */
export const countdown = (left: number): string => {
  const whole = Math.max(0, Math.ceil(left / SECOND) * SECOND);
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const rest = `${two(Math.floor((whole % HOUR) / MINUTE))}:${two((whole % MINUTE) / SECOND)}`;
  if (days) return `${days} 天 ${two(hours)}:${rest}`;
  return hours ? `${hours}:${rest}` : rest;
};
