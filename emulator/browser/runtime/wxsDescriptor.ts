import type { EventOptions, GlassElement, Values } from './engine';

const TEMPORARY_STYLE = 2;
const states = new WeakMap<GlassElement, Values>();

/** The ComponentDescriptor that WXS handlers get for an element (`ownerInstance`, `event.instance`). */
export function describeForWxs(element: GlassElement | null | undefined): object | null {
  if (!element) return null;
  const inside = (): ReturnType<NonNullable<GlassElement['getShadowRoot']>> =>
    element.getShadowRoot?.() ?? null;
  const descriptor = {
    selectComponent: (selector: string) => describeForWxs(inside()?.querySelector(selector)),
    selectAllComponents: (selector: string) =>
      (inside()?.querySelectorAll(selector) ?? []).map(describeForWxs),
    setStyle: (style: string | Values) => {
      element.setNodeStyle(styleText(style), TEMPORARY_STYLE);
      return descriptor;
    },
    addClass: (name: string) => {
      element.$$?.classList.add(name);
      return descriptor;
    },
    removeClass: (name: string) => {
      element.$$?.classList.remove(name);
      return descriptor;
    },
    hasClass: (name: string) => element.$$?.classList.contains(name) ?? false,
    getDataset: () => element.dataset ?? {},
    getState: () => stateOf(element),
    callMethod: (name: string, argument: unknown) => callMethod(element, name, argument),
    triggerEvent: (name: string, detail: unknown, options: EventOptions) =>
      element.triggerEvent(name, detail, options ?? {}),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    setTimeout: (callback: () => void, ms: number) => window.setTimeout(callback, ms),
    clearTimeout: (timer: number) => window.clearTimeout(timer),
    getComputedStyle: (names: string[]) => computedStyles(element, names),
    getBoundingClientRect: () => element.$$?.getBoundingClientRect(),
  };
  return descriptor;
}

function styleText(style: string | Values): string {
  if (typeof style === 'string') return style;
  return Object.entries(style)
    .map(([name, value]) => `${name}:${String(value)}`)
    .join(';');
}

function stateOf(element: GlassElement): Values {
  const state = states.get(element) ?? {};
  states.set(element, state);
  return state;
}

function callMethod(element: GlassElement, name: string, argument: unknown): unknown {
  const instance = element.getMethodCaller?.();
  const method = instance?.[name];
  return typeof method === 'function' ? method.call(instance, argument) : undefined;
}

function computedStyles(element: GlassElement, names: string[]): Values {
  if (!element.$$) return {};
  const style = getComputedStyle(element.$$) as unknown as Values;
  return Object.fromEntries(names.map((name) => [name, style[name]]));
}
