import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';

const LIMIT_KB = 10 * 1024;

/** wx.*Storage*: JSON in localStorage, kept apart for every person. */
export function storageApi({ phone }: Host): ApiTable {
  const prefix = `storage:${phone.openid}:`;
  const keys = (): string[] =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  const read = (key: string): string | null => localStorage.getItem(prefix + key);
  const write = (key: string, data: unknown): void =>
    localStorage.setItem(prefix + key, JSON.stringify({ data }));
  const remove = (key: string): void => localStorage.removeItem(prefix + key);
  const clear = (): void => keys().forEach(remove);
  const describe = (): object => {
    const characters = keys().reduce((sum, key) => sum + key.length + (read(key)?.length ?? 0), 0);
    return { keys: keys(), currentSize: Math.ceil(characters / 1024), limitSize: LIMIT_KB };
  };
  return {
    getStorageSync: (key: string) => parse(read(key)) ?? '',
    setStorageSync: write,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: describe,
    ...asyncApis({
      getStorage: ({ key }: { key: string }) => {
        const stored = read(key);
        if (stored === null) throw new Error('data not found');
        return { data: parse(stored) };
      },
      setStorage: ({ key, data }: { key: string; data: unknown }) => write(key, data),
      removeStorage: ({ key }: { key: string }) => remove(key),
      clearStorage: clear,
      getStorageInfo: describe,
    }),
  };
}

function parse(stored: string | null): unknown {
  return stored === null ? undefined : (JSON.parse(stored) as { data: unknown }).data;
}
