import type { EngineEvent } from '../runtime/engine';
import { abilities } from './abilities';
import { text, type Builtin, type BuiltinNode } from './builtin';

const CONTROLS = ['checkbox', 'radio', 'switch', 'input', 'textarea', 'button']
  .map((tag) => `wx-${tag}`)
  .join(',');

/** `<label>`: a tap on it works its control, the one `for` names or the first inside. */
export const label: Builtin = {
  tag: 'label',
  properties: { for: text() },
  create(node) {
    node.onTap((event) => {
      if (!hitControl(event)) abilities(controlOf(node)).activate?.();
    });
    return {};
  },
};

function hitControl(event: EngineEvent): boolean {
  const original = event.getOriginalEvent?.() as Event | undefined;
  const target = original?.target;
  return target instanceof Element && target.closest(CONTROLS) !== null;
}

function controlOf({ host, text: read }: BuiltinNode): Element | null {
  const id = read('for');
  if (!id) return host.querySelector(CONTROLS);
  const page = host.closest('wx-page') ?? document;
  return page.querySelector(`#${CSS.escape(id)}`);
}
