import { join } from 'node:path';
import { buildFunctions } from '../scripts/build/functions';

/** Builds the functions once before any test starts a cloud with them. */
export default async (): Promise<void> => buildFunctions(join(__dirname, '..'));
