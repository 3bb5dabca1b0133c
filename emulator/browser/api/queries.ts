import type { Instance } from '../runtime/engine';
import type { Host } from '../runtime/host';
import type { ApiTable } from './asyncApi';

/** Questions about what is on screen; without a component they are about the current page. */
export function queryApi({ router }: Host): ApiTable {
  const call = (owner: Instance, method: string, ...args: unknown[]): unknown =>
    (owner[method] as (...args: unknown[]) => unknown).apply(owner, args);
  return {
    createSelectorQuery: () => call(router.top.instance, 'createSelectorQuery'),
    createIntersectionObserver: (owner: Instance, options?: object) =>
      call(owner, 'createIntersectionObserver', options),
    createMediaQueryObserver: (owner: Instance) => call(owner, 'createMediaQueryObserver'),
  };
}
