import { NEW_SHOP, type ShopSettings } from '../../server/shop/settings';
import { addOnce } from './documents';
import type { Environment } from './environment';

/** Makes the settings document that every function relies on, unless it is there. */
export const seedSettings = (environment: Environment): Promise<boolean> =>
  addOnce(environment, 'settings', NEW_SHOP);

/** Whether nobody has arranged the shop yet: it has no category. */
export const isUnarranged = async (environment: Environment): Promise<boolean> => {
  const { data } = (await environment
    .database()
    .collection('settings')
    .doc(NEW_SHOP._id)
    .get()) as {
    data: ShopSettings[];
  };
  return data[0]?.categories.length === 0;
};
