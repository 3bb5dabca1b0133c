import { closingMutants } from './closing';
import type { Mutant } from './mutant';
import { offerMutants } from './offers';
import { paymentMutants } from './payments';
import { refundMutants } from './refunds';

const numberOf = ({ id }: Mutant): number => Number.parseInt(id.slice(1), 10);

/** Every deliberate bug, by the number of the money reference. */
export const MUTANTS: readonly Mutant[] = [
  ...paymentMutants,
  ...closingMutants,
  ...refundMutants,
  ...offerMutants,
].sort((one, other) => numberOf(one) - numberOf(other));
