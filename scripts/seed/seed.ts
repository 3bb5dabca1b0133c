import { openEnvironment } from './environment';
import { seedDemo } from './demo';
import { liveABit } from './demo/activity';
import { seedSettings } from './settings';

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
  const isNew = await seedSettings(environment);
  if (name !== 'demo' || !isNew) return;
  await seedDemo(environment, root);
  if (url) await liveABit(url);
};
