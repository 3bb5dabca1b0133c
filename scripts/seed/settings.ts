import { NEW_SHOP } from '../../server/shop/settings';
import { addOnce } from './documents';
import type { Environment } from './environment';

/** Makes the settings document that every function relies on; false when it was there. */
export const seedSettings = (environment: Environment): Promise<boolean> =>
  addOnce(environment, 'settings', NEW_SHOP);
