import * as adapter from 'glass-easel-miniprogram-adapter';
import { whileTapped } from './tapState';

/** WeChat's component framework, as re-exported by its mini-program adapter. */
export const glassEasel = adapter.glassEasel;
export { adapter };

export type Values = Record<string, unknown>;

/** What the host uses of a glass-easel element. */
export interface GlassElement {
  /** Its DOM node; null for virtual nodes. */
  readonly $$: HTMLElement | null;
  readonly is: string;
  id: string;
  dataset: Values;
  readonly ownerShadowRoot: { getHostNode(): GlassElement } | null;
  getShadowRoot?(): ShadowTree | null;
  getMethodCaller?(): Instance;
  triggerEvent(name: string, detail?: unknown, options?: EventOptions): void;
  triggerLifetime(name: string, args: unknown[]): void;
  triggerPageLifetime(name: string, args: unknown[]): void;
  addListener(name: string, listener: (event: EngineEvent) => void): void;
  setNodeClass(classNames: string, segment?: number): void;
  setNodeStyle(style: string, segment?: number): void;
}

/** The inside of a component. */
export interface ShadowTree {
  querySelector(selector: string): GlassElement | null;
  querySelectorAll(selector: string): GlassElement[];
}

/** A page or component as its own code sees it (`this`). */
export interface Instance {
  readonly _$: GlassElement;
  data: Values;
  setData(values: Values, applied?: () => void): void;
  [member: string]: unknown;
}

export interface EventOptions {
  bubbles?: boolean;
  composed?: boolean;
  capturePhase?: boolean;
  originalEvent?: Event;
}

/** A glass-easel event as listeners get it. */
export interface EngineEvent {
  type: string;
  detail: unknown;
  mark: Values | null;
  target: EventParty;
  currentTarget: EventParty;
  getOriginalEvent?(): unknown;
  stopPropagation(): void;
  preventDefault(): void;
}

/** Who an event is about: an element, or the instance wrapped around it. */
export type EventParty = GlassElement | Instance;

/** The element behind an event's target. */
export function elementOf(party: EventParty): GlassElement {
  return '_$' in party ? party._$ : party;
}

/** The glass-easel element that drew a DOM node, if any. */
export function elementOfNode(node: Node): GlassElement | undefined {
  return (node as Node & { __wxElement?: GlassElement }).__wxElement;
}

/** An event to send: its name, what it tells, and how it travels. */
export interface EventToSend extends EventOptions {
  type: string;
  detail: unknown;
}

/** Sends an event through the component tree, as the DOM backend would; returns the engine's bubble status. */
export function dispatchEvent(
  target: GlassElement,
  { type, detail, ...options }: EventToSend,
): number {
  const event = new glassEasel.Event(type, detail, options);
  const dispatch = () => glassEasel.Event.dispatchEvent(target as never, event);
  if (type === 'tap') whileTapped(dispatch);
  else dispatch();
  return event.getEventBubbleStatus();
}

/** How a gesture travels: up through every component, capturing first. */
export const GESTURE: EventOptions = { bubbles: true, composed: true, capturePhase: true };
