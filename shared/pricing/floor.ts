import { fen, type Fen } from '../money';

/** The least that a way of paying takes: an amount, and a part of the list price. */
export type Floor = {
  /** Fen. */
  readonly least: number;
  /** Basis points of the list price under which nothing may be sold. */
  readonly leastOfList: number;
};

/** No way of paying stands in the way, as where nothing is paid. */
export const NO_FLOOR: Floor = { least: 0, leastOfList: 0 };

/**
 * The floor that holds wherever something is sold. virtual-payment/ios: at least 1 yuan;
 * wx.requestVirtualPayment: activitySellingPrice is at least 40 % of the price of the goods.
 */
export const STRICTEST: Floor = { least: 100, leastOfList: 4000 };

/** The least a discount may leave of a list price; never more than the list price itself. */
export const floorOf = ({ least, leastOfList }: Floor, listPrice: Fen): Fen =>
  fen(Math.min(listPrice, Math.max(least, Math.ceil((listPrice * leastOfList) / 10_000))));
