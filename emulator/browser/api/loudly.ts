import type { ApiTable } from './asyncApi';

/** Wraps a table so that a missing name is an error, not `undefined`. */
export function loudly(name: string, apis: ApiTable): object {
  return new Proxy(apis, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'then') return target[key as string];
      throw new Error(`${name}.${key} is not provided by the browser host`);
    },
  });
}
