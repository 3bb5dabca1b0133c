import { elementOf, type EngineEvent, type EventParty, type GlassElement } from './engine';
import { toMiniEvent } from './miniEvent';
import { describeForWxs } from './wxsDescriptor';

type Handler = ((...args: unknown[]) => unknown) & { __wxs?: boolean };

declare global {
  interface Window {
    __callListener(
      ...call: [caller: EventParty, event: EngineEvent, handler: Handler, isWxs: boolean]
    ): unknown;
    __wxsChangeHandler(handler: Handler): Handler;
  }
}

/** Installs the functions that compiled templates call: for every event, and when a `change:prop` value changes. */
export function installTemplateHooks(): void {
  window.__callListener = (caller, event, ...[handler, isWxs]) => {
    const mini = toMiniEvent(event);
    // `bind:tap="{{cond || wxs.fn}}"` hands over a bare function that only its brand tells apart.
    if (!isWxs && !handler.__wxs) return handler.call(caller, mini);
    mini.instance = describeForWxs(elementOf(event.currentTarget));
    return handler(mini, describeForWxs(elementOf(caller)));
  };
  window.__wxsChangeHandler =
    (handler) =>
    (...[value, old, host, element]) => {
      void Promise.resolve().then(() =>
        handler(
          value,
          old,
          describeForWxs(host as GlassElement),
          describeForWxs(element as GlassElement),
        ),
      );
    };
}
