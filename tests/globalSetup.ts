import { join } from 'node:path';
import { buildFunctions } from '../scripts/build/functions';
import { buildLocalShop } from '../scripts/build/localShop';

const root = join(__dirname, '..');

/** Builds the functions and the shop's program once, before any test starts a cloud with them. */
export default async (): Promise<void> => {
  await Promise.all([buildFunctions(root), buildLocalShop(root)]);
};
