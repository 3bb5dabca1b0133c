import type { Part } from './scenario';

/** Somebody buys, and says so. */
export const buy: Part = { at: 0, story: 'buy', details: [0.1, 0.3] };
/** The timers that look after a purchase. */
export const sweep: readonly Part[] = [
  { at: 100, story: 'closeUnpaidOrders' },
  { at: 110, story: 'deliverOutbox' },
];
/** The buyer asks for it all back, and the timers send it. */
export const refunded: readonly Part[] = [
  { at: 240, story: 'refund' },
  { at: 320, story: 'submitRefunds' },
  { at: 600, story: 'submitRefunds' },
];
/** Thinks so long that the order is over its time before paying. */
export const LATE = [0.95, 0.1];
/** The timer that closes what is over its time. */
export const closing: readonly Part[] = [
  { at: 1900, story: 'closeUnpaidOrders' },
  { at: 2000, story: 'closeUnpaidOrders' },
  { at: 2600, story: 'closeUnpaidOrders' },
];

/** A proposal about a difference, and two words on it, from some second on. */
export const looks = (at: number): readonly Part[] => [
  { at, story: 'settleDifferences' },
  { at: at + 60, story: 'settleDifferences', details: [0.9, 0.1, 0.5, 0.1, 0.1] },
];
