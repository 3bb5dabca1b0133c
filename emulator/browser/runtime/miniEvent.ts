import { elementOf, type EngineEvent, type EventParty, type Values } from './engine';

/** One finger, as mini-program handlers see it. */
export interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  x: number;
  y: number;
}

/** The event object handed to mini-program handlers. */
export interface MiniEvent {
  type: string;
  timeStamp: number;
  mark: Values;
  detail: unknown;
  target: Values;
  currentTarget: Values;
  touches?: TouchPoint[];
  changedTouches?: TouchPoint[];
  instance?: unknown;
  stopPropagation(): void;
  preventDefault(): void;
}

/** Turns a glass-easel event into the shape that WeChat documents for handlers. */
export function toMiniEvent(event: EngineEvent): MiniEvent {
  const mini: MiniEvent = {
    type: event.type,
    timeStamp: Math.round(performance.now()),
    mark: event.mark ?? {},
    detail: event.detail,
    target: describe(event.target),
    currentTarget: describe(event.currentTarget),
    stopPropagation: () => event.stopPropagation(),
    preventDefault: () => event.preventDefault(),
  };
  const original = event.getOriginalEvent?.();
  if (isPointerEvent(original)) addTouches(mini, original);
  if (original instanceof TransitionEvent || original instanceof AnimationEvent) {
    mini.detail = animationDetail(original);
  }
  return mini;
}

function isPointerEvent(event: unknown): event is TouchEvent | MouseEvent {
  return event instanceof TouchEvent || event instanceof MouseEvent;
}

function addTouches(mini: MiniEvent, original: TouchEvent | MouseEvent): void {
  const touches = fingers(original, 'touches');
  const changed = fingers(original, 'changedTouches');
  mini.touches = touches;
  mini.changedTouches = changed;
  if (hasPosition(mini.detail)) return;
  const point = changed[0] ?? touches[0];
  mini.detail = point ? { x: point.clientX, y: point.clientY } : {};
}

function fingers(event: TouchEvent | MouseEvent, list: 'touches' | 'changedTouches'): TouchPoint[] {
  if (event instanceof MouseEvent) return [toPoint(event, 0)];
  return Array.from(event[list], (touch) => toPoint(touch, touch.identifier));
}

function toPoint(source: Touch | MouseEvent, identifier: number): TouchPoint {
  const { pageX, pageY, clientX, clientY } = source;
  return { identifier, pageX, pageY, clientX, clientY, x: clientX, y: clientY };
}

function hasPosition(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && 'x' in detail;
}

function animationDetail(event: TransitionEvent | AnimationEvent): Values {
  const name =
    event instanceof TransitionEvent
      ? { propertyName: event.propertyName }
      : { animationName: event.animationName };
  return { elapsedTime: event.elapsedTime, ...name };
}

function describe(party: EventParty): Values {
  const element = elementOf(party);
  const { offsetLeft = 0, offsetTop = 0 } = element.$$ ?? {};
  return { id: element.id, dataset: element.dataset ?? {}, offsetLeft, offsetTop };
}
