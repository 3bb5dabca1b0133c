import { runOpenType } from '../api/openType';
import { dispatchEvent, GESTURE } from '../runtime/engine';
import { abilitiesAbove } from './abilities';
import { anything, flag, mirror, text, type Builtin, type BuiltinNode } from './builtin';

/** `<button>`: submits or resets the form around it, or opens what its open-type names. */
export const button: Builtin = {
  tag: 'button',
  properties: {
    size: text('default'),
    type: text('default'),
    plain: flag(),
    disabled: flag(),
    loading: flag(),
    formType: text(),
    openType: text(),
    hoverClass: text('button-hover'),
    name: text(),
    lang: text(),
    sessionFrom: text(),
    sendMessageTitle: text(),
    sendMessagePath: text(),
    sendMessageImg: text(),
    showMessageCard: flag(),
    appParameter: text(),
    phoneNumberNoQuotaToast: flag(true),
    activityType: anything(),
    needShowEntrance: anything(),
    entrancePath: text(),
  },
  create(node, host) {
    const press = (): void => {
      if (node.flag('disabled') || node.flag('loading')) return;
      const form = abilitiesAbove(node.host, 'form');
      if (node.text('formType') === 'submit') form.submit?.();
      if (node.text('formType') === 'reset') form.reset?.();
      if (node.text('openType')) void runOpenType(node.text('openType'), node, host);
    };
    node.host.tabIndex = 0;
    node.host.setAttribute('role', 'button');
    node.host.addEventListener('keydown', (event) => tapByKey(node, event));
    node.onTap(press);
    return {
      changed: mirror(node.host, 'disabled', 'loading', 'plain', 'size', 'type'),
      abilities: { activate: press },
    };
  },
};

/** Enter and space press a focused button, as everywhere on the web. */
function tapByKey(node: BuiltinNode, { key }: KeyboardEvent): void {
  if (key !== 'Enter' && key !== ' ') return;
  const { left: x, top: y } = node.host.getBoundingClientRect();
  dispatchEvent(node.element, { type: 'tap', detail: { x, y }, ...GESTURE });
}
