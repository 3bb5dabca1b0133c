import { dispatchEvent, glassEasel, type EventOptions, type GlassElement } from './engine';

/** Inline styles may hold rpx, too: the same translation as in WXSS. */
export function browserStyle(style: string): string {
  return style.replace(/(-?\d*\.?\d+)rpx/g, (_match, number) => `calc(var(--rpx) * ${number})`);
}

/** The DOM backend: elements of the mini-program become `wx-*` tags; `h5-*` in our own templates stays plain. */
export function createBackend(): InstanceType<typeof glassEasel.CurrentWindowBackendContext> {
  allowTouchToBeStopped();
  translateInlineStyles();
  mirrorDataset();
  const backend = new glassEasel.CurrentWindowBackendContext();
  Object.assign(backend, {
    document: {
      createElement: (tag: string) => document.createElement(domTag(tag)),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    },
  });
  // 0.12.1 does not dispatch events of the backend by itself.
  backend.onEvent((target, ...[type, detail, options]) =>
    dispatchEvent(target as unknown as GlassElement, {
      type,
      detail,
      ...(options as EventOptions),
    }),
  );
  return backend;
}

function domTag(tag: string): string {
  if (tag.startsWith('h5-')) return tag.slice('h5-'.length);
  return tag.startsWith('wx-') ? tag : `wx-${tag}`;
}

/** Chrome makes touch listeners on body passive, which would disarm `catchtouchmove`. */
function allowTouchToBeStopped(): void {
  const original = document.body.addEventListener.bind(document.body);
  document.body.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ) => {
    const given = typeof options === 'object' ? options : { capture: Boolean(options) };
    original(type, listener, type.startsWith('touch') ? { ...given, passive: false } : given);
  };
}

interface ElementPrototype {
  setNodeStyle(this: GlassElement, style: string, segment?: number): void;
  setDataset(this: GlassElement, name: string, value: unknown): void;
}

function elementPrototype(): ElementPrototype {
  return glassEasel.Element.prototype;
}

function translateInlineStyles(): void {
  const prototype = elementPrototype();
  const original = prototype.setNodeStyle;
  prototype.setNodeStyle = function (style, segment) {
    original.call(this, browserStyle(style ?? ''), segment);
  };
}

/** WeChat keeps `data-*` out of its DOM; here it is shown, so that browser tests can find elements by it. */
function mirrorDataset(): void {
  const prototype = elementPrototype();
  const original = prototype.setDataset;
  prototype.setDataset = function (name, value) {
    original.call(this, name, value);
    if (typeof value === 'object' || typeof value === 'function') return;
    this.$$?.setAttribute(`data-${dashed(name)}`, String(value));
  };
}

/** camelCase to kebab-case. */
export function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
