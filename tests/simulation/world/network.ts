import { XpayNetwork } from '../provider/xpayDesk';

/** The network that `fetch` reaches while schedules are performed. */
export const network = new XpayNetwork();

/** Puts the network in the place of the real one, for good: a simulation reaches nothing else. */
export const replaceFetch = (): void => {
  globalThis.fetch = network.fetch as unknown as typeof globalThis.fetch;
};
