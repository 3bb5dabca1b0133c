import { ago, clockTime, countdown, yuanParts } from '../../../miniprogram/lib/format';
import { fen } from '../../../shared/money';

const MINUTE = 60_000;

describe('format', () => {
  it('sets the fen apart, and leaves out empty ones', () => {
    expect(yuanParts(fen(12_800))).toEqual({ whole: '128', cents: '' });
    expect(yuanParts(fen(990))).toEqual({ whole: '9', cents: '.90' });
  });

  it.each([
    [0, '刚刚'],
    [5 * MINUTE, '5 分钟前'],
    [3 * 60 * MINUTE, '3 小时前'],
    [2 * 24 * 60 * MINUTE, '2 天前'],
  ])('tells %i ms ago as %s', (passed, words) => {
    const now = Date.UTC(2026, 10, 23);
    expect(ago(now - passed, now)).toBe(words);
  });

  it('counts down to nothing and no further', () => {
    expect(countdown(14 * MINUTE + 4_001)).toBe('14:05');
    expect(countdown(-1)).toBe('00:00');
    expect(countdown(60 * 60 * 1000)).toBe('1:00:00');
    expect(countdown(51 * 60 * 60 * 1000 + 3000)).toBe('2 天 03:00:03');
  });

  it('writes the time of a recording', () => {
    expect(clockTime(187)).toBe('3:07');
    expect(clockTime(3723)).toBe('1:02:03');
  });
});
