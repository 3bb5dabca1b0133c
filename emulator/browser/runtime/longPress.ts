import { dispatchEvent, GESTURE, elementOfNode, type GlassElement } from './engine';

const HOLD_MS = 350;
const MAX_DRIFT_PX = 10;

/** Fires longpress (and its old name longtap) when a finger or mouse stays put. */
export function watchLongPress(): void {
  let timer = 0;
  let start = { x: 0, y: 0 };
  const cancel = (): void => clearTimeout(timer);
  listen(['touchstart', 'mousedown'], (event) => {
    start = position(event);
    cancel();
    timer = window.setTimeout(() => firePress(event, start), HOLD_MS);
  });
  listen(['touchmove', 'mousemove'], (event) => {
    const { x, y } = position(event);
    if (Math.hypot(x - start.x, y - start.y) > MAX_DRIFT_PX) cancel();
  });
  listen(['touchend', 'touchcancel', 'mouseup'], cancel);
}

function listen(types: string[], listener: (event: Event) => void): void {
  for (const type of types) {
    document.addEventListener(type, listener, { capture: true, passive: true });
  }
}

function position(event: Event): { x: number; y: number } {
  const touch = event instanceof TouchEvent ? event.touches[0] : (event as MouseEvent);
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

function firePress(originalEvent: Event, detail: { x: number; y: number }): void {
  const element = nearestElement(originalEvent.target as Node | null);
  if (!element) return;
  for (const type of ['longpress', 'longtap']) {
    dispatchEvent(element, { type, detail, originalEvent, ...GESTURE });
  }
}

function nearestElement(node: Node | null): GlassElement | undefined {
  for (let one = node; one; one = one.parentNode) {
    const element = elementOfNode(one);
    if (element) return element;
  }
  return undefined;
}
