import { elementOfNode, type Instance } from '../runtime/engine';

interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

interface Margins {
  top?: number;
  right?: number;
  bottom?: number;
  left?: number;
}

interface WxIntersectionObserver {
  relativeTo(selector: string, margins?: Margins): WxIntersectionObserver;
  relativeToViewport(margins?: Margins): WxIntersectionObserver;
  observe(selector: string, listener: (entry: object) => void): void;
  disconnect(): void;
}

/** `this.createIntersectionObserver()`; the adapter's own loses the first callback. */
export function createIntersectionObserver(
  owner: Instance,
  options: Options,
  viewport: HTMLElement | null,
): WxIntersectionObserver {
  const shadow = owner._$.getShadowRoot?.();
  const running: IntersectionObserver[] = [];
  let root: HTMLElement | null = null;
  let margins: Margins = {};
  const observer: WxIntersectionObserver = {
    relativeTo: (selector, given = {}) => {
      root = shadow?.querySelector(selector)?.$$ ?? null;
      margins = given;
      return observer;
    },
    relativeToViewport: (given = {}) => {
      root = viewport;
      margins = given;
      return observer;
    },
    observe: (selector, listener) => {
      const all = shadow?.querySelectorAll(selector) ?? [];
      const targets = options.observeAll ? all : all.slice(0, 1);
      const native = new IntersectionObserver(reporter(listener, options.initialRatio ?? 0), {
        root,
        rootMargin: marginText(margins),
        threshold: options.thresholds ?? [0],
      });
      running.push(native);
      for (const { $$ } of targets) if ($$) native.observe($$);
    },
    disconnect: () => running.forEach((native) => native.disconnect()),
  };
  return observer;
}

/** The first report about a target that is not in view equals the initial ratio, so WeChat leaves it out. */
function reporter(
  listener: (entry: object) => void,
  initialRatio: number,
): IntersectionObserverCallback {
  const seen = new WeakSet<Element>();
  return (entries) => {
    for (const entry of entries) {
      const first = !seen.has(entry.target);
      seen.add(entry.target);
      if (first && !entry.isIntersecting && initialRatio === 0) continue;
      listener(describe(entry));
    }
  };
}

function describe(entry: IntersectionObserverEntry): object {
  const element = elementOfNode(entry.target);
  return {
    id: element?.id ?? '',
    dataset: element?.dataset ?? {},
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: entry.intersectionRect,
    boundingClientRect: entry.boundingClientRect,
    relativeRect: entry.rootBounds,
    time: entry.time,
  };
}

function marginText({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string {
  return `${top}px ${right}px ${bottom}px ${left}px`;
}
