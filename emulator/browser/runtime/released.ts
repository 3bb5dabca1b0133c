import type { Instance } from './engine';

const released = new WeakSet<object>();

/** The page or other root that an instance belongs to, or itself while it is not attached. */
export function rootOf(instance: Instance): object {
  let node = instance._$;
  while (node.ownerShadowRoot) node = node.ownerShadowRoot.getHostNode();
  return node;
}

/** Says that a page is gone for good. */
export function markReleased(instance: Instance): void {
  released.add(rootOf(instance));
}

/** Whether an instance belongs to a page that is gone: an answer that comes late must not draw on it. */
export function isReleased(instance: Instance): boolean {
  return released.has(rootOf(instance));
}
