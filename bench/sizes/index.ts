import type { Part } from '../figure';
import { functionSizes } from './functions';
import { phoneSizes } from './phone';

/** How many bytes leave for the cloud and for the phone. */
export const sizes: Part = async (root) => [...functionSizes(root), ...(await phoneSizes(root))];
