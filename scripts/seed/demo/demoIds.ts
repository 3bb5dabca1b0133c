import { cryptoIds } from '../../../server/wechat/ids';

/** The same ids on every run, so that seeding twice changes nothing; nothing is sealed here. */
const ids = cryptoIds('demo-ids-only');

export const demoId = (prefix: string, ...parts: string[]): string =>
  ids.derived(prefix, 'demo', ...parts);

/** A person has the id that registering would give them. */
export const personId = (openid: string): string => ids.derived('usr', openid);

export const categoryIdOf = (key: string): string => demoId('cat', key);
export const courseIdOf = (key: string): string => demoId('crs', key);
