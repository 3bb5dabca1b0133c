import { closingMutants } from './closing';
import type { Mutant } from './mutant';
import { paymentMutants } from './payments';
import { refundMutants } from './refunds';

const numberOf = ({ id }: Mutant): number => Number.parseInt(id.slice(1), 10);

/** Every deliberate bug, by the number of the money reference. */
export const MUTANTS: readonly Mutant[] = [
  ...paymentMutants,
  ...closingMutants,
  ...refundMutants,
].sort((one, other) => numberOf(one) - numberOf(other));

/** Bugs of the list whose machinery is not there yet, with what is missing. */
export const NOT_YET: Readonly<Record<string, string>> = {
  M24: 'payouts: the workload makes none',
  M25: 'coupons: the workload uses none',
};
