import type { Changes, Document } from '../../database';

/** Whether a change depends on what is there, so that doing it twice is not doing it once. */
export const isRelative = ({ increase, append, takeOut }: Changes): boolean =>
  [increase, append, takeOut].some((part) => Object.keys(part ?? {}).length > 0);

const at = (document: Document, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      document,
    );

const listAt = (document: Document, path: string): readonly unknown[] =>
  (at(document, path) ?? []) as readonly unknown[];

/**
 * The same changes of a document as values alone: sums and lists as they are to be afterwards. The SDK sends a request
 * again by itself when a kept connection breaks (money reference, 0.3); inside a transaction no condition stops the
 * second one, but it comes out the same.
 */
export const asValues = (document: Document, changes: Changes): Changes => {
  const { set, increase, append, takeOut, unset } = changes;
  const each = <V>(
    part: Readonly<Record<string, V>> | undefined,
    make: (path: string, given: V) => unknown,
  ) => Object.entries(part ?? {}).map(([path, given]) => [path, make(path, given)] as const);
  return {
    set: {
      ...set,
      ...Object.fromEntries([
        ...each(increase, (path, by) => Number(at(document, path) ?? 0) + by),
        ...each(append, (path, values) => [...listAt(document, path), ...values]),
        ...each(takeOut, (path, value) => listAt(document, path).filter((one) => one !== value)),
      ]),
    },
    ...(unset && { unset }),
  };
};
