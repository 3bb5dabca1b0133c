import { createIntersectionObserver } from '../api/intersectionObserver';
import { extendSelectorQuery, type EngineQuery } from '../api/selectorQuery';
import { adapter, glassEasel, type EventOptions, type Instance, type Values } from './engine';
import { isReleased } from './released';
import type { Router } from './router';

type Prototype = Instance & {
  triggerEvent(name: string, detail?: unknown, options?: EventOptions): void;
  createSelectorQuery(): EngineQuery;
};

/** Adds to pages and components what WeChat has and the adapter lacks, and mends where the two differ. */
export function patchComponents(router: Router, wx: object): void {
  const prototype = adapter.component.ComponentCaller.prototype as unknown as Prototype;
  copySetData(prototype);
  allowShortTriggerEvent(prototype);
  const query = prototype.createSelectorQuery;
  Object.assign(prototype, {
    createSelectorQuery(this: Instance) {
      return extendSelectorQuery(query.call(this), this, router);
    },
    createIntersectionObserver(this: Instance, options: object = {}) {
      return createIntersectionObserver(this, options, router.pageOf(this)?.scroller ?? null);
    },
    getTabBar(this: Instance) {
      return router.pageOf(this)?.tabBarInstance;
    },
    getPageId(this: Instance) {
      return `pageId:${router.pageOf(this)?.parts.id}`;
    },
    getOpenerEventChannel(this: Instance) {
      return router.pageOf(this)?.parts.channel ?? {};
    },
    setUpdatePerformanceListener() {},
    animate: animateInside,
    clearAnimation: clearAnimationInside,
  });
  Object.defineProperty(prototype, 'router', { get: () => wx });
  Object.defineProperty(prototype, 'pageRouter', { get: () => wx });
}

/**
 * WeChat copies what setData is given; glass-easel would keep a reference to it in `this.data`.
 * On a page that was left WeChat does nothing; glass-easel would draw on what is no longer there.
 */
function copySetData(prototype: Prototype): void {
  const original = prototype.setData;
  prototype.setData = function (values, applied) {
    if (isReleased(this)) return;
    original.call(this, glassEasel.dataUtils.simpleDeepCopy(values), applied);
  };
}

function allowShortTriggerEvent(prototype: Prototype): void {
  const original = prototype.triggerEvent;
  prototype.triggerEvent = function (name, detail, options = {}) {
    original.call(this, name, detail, options);
  };
}

function nodesIn(instance: Instance, selector: string): HTMLElement[] {
  const elements = instance._$.getShadowRoot?.()?.querySelectorAll(selector) ?? [];
  return elements.flatMap((one) => one.$$ ?? []);
}

/** `this.animate(selector, keyframes, duration, done)`. */
function animateInside(
  this: Instance,
  ...[selector, frames, duration, done]: [string, Values[], number, (() => void)?]
): void {
  const keyframes = frames.map(({ ease, ...frame }) => ({ ...frame, easing: ease ?? 'linear' }));
  const running = nodesIn(this, selector).map(
    (node) => node.animate(keyframes as Keyframe[], { duration, fill: 'forwards' }).finished,
  );
  void Promise.all(running).then(() => done?.());
}

/** `this.clearAnimation(selector, options?, done?)`. */
function clearAnimationInside(
  this: Instance,
  ...[selector, options, done]: [string, unknown, (() => void)?]
): void {
  for (const node of nodesIn(this, selector)) {
    for (const animation of node.getAnimations()) animation.cancel();
  }
  const finished = typeof options === 'function' ? (options as () => void) : done;
  finished?.();
}
