import { element } from '../runtime/dom';
import { showChecked } from './choice';
import { flag, text, type Builtin } from './builtin';

/** `<switch>`. */
export const toggleSwitch: Builtin = {
  tag: 'switch',
  properties: {
    checked: flag(),
    disabled: flag(),
    type: text('switch'),
    color: text('#04be02'),
    name: text(),
  },
  create(node) {
    const { host } = node;
    let initial = false;
    host.append(element('i'));
    host.setAttribute('role', 'switch');
    host.tabIndex = 0;
    const toggle = (): void => {
      if (node.flag('disabled')) return;
      const value = !node.flag('checked');
      node.write({ checked: value });
      node.fire('change', { value });
    };
    node.onTap(toggle);
    return {
      attached: () => {
        initial = node.flag('checked');
      },
      changed: {
        checked: (checked: boolean) => showChecked(host, checked),
        disabled: (disabled: boolean) => host.toggleAttribute('disabled', disabled),
        color: (color: string) => host.style.setProperty('--choice-color', color),
      },
      abilities: {
        activate: toggle,
        field: { value: () => node.flag('checked'), reset: () => node.write({ checked: initial }) },
      },
    };
  },
};
