import { openEnvironment } from './environment';
import { arrangeDemo, seedDemo } from './demo';
import { liveABit } from './demo/activity';
import { isUnarranged, seedSettings } from './settings';

export type SeedName = 'settings' | 'demo';

/**
 * Fills an environment from outside: `settings` makes what every shop needs, `demo` a whole shop to look at.
 * Repeating it changes nothing that is there.
 */
export const seed = async (
  name: SeedName,
  { url, root }: { url?: string; root: string },
): Promise<void> => {
  const environment = openEnvironment(url);
  await seedSettings(environment);
  if (name !== 'demo' || !(await isUnarranged(environment))) return;
  await seedDemo(environment, root);
  if (url) await liveABit(url);
  // Last: a shop that is not arranged yet is one whose making was cut off, and is made again.
  await arrangeDemo(environment);
};
