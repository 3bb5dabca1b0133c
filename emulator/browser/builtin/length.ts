const DESIGN_WIDTH = 750;

/** A length property (`20`, `'20px'`, `'20rpx'`) in px. */
export function toPx(length: unknown): number {
  const text = String(length ?? '');
  const value = Number.parseFloat(text) || 0;
  return text.endsWith('rpx') ? (value * window.innerWidth) / DESIGN_WIDTH : value;
}
