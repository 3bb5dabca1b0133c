import { negate, type Fen } from '../money';
import { lines, psp, type Line } from './accounts';

/** E2: the provider kept a fee, as its bill says; fees are never computed. */
export const feeLines = (provider: string, fee: Fen): Line[] =>
  lines(['expense:fee', fee], [psp(provider), negate(fee)]);

/** The second half of E5: the fee that the bill gives back on a refund. */
export const feeReturnedLines = (provider: string, fee: Fen): Line[] =>
  feeLines(provider, negate(fee));

/** E7: the provider paid what it held into the bank. */
export const settledLines = (provider: string, amount: Fen): Line[] =>
  lines(['bank', amount], [psp(provider), negate(amount)]);
