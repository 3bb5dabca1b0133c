import { element } from '../runtime/dom';
import { abilitiesAbove, builtinOf } from './abilities';
import { anything, flag, text, type Builtin, type BuiltinNode } from './builtin';

/** The group built-in of checkboxes or radios: reports what is chosen inside. */
function groupOf(member: 'checkbox' | 'radio'): Builtin {
  return {
    tag: `${member}-group`,
    properties: { name: text(), value: anything() },
    create(node) {
      const members = (): BuiltinNode[] =>
        Array.from(node.host.querySelectorAll(`wx-${member}`)).flatMap(
          (one) => builtinOf(one) ?? [],
        );
      const chosen = (): string[] =>
        members()
          .filter((one) => one.flag('checked'))
          .map((one) => one.text('value'));
      const value = (): unknown => (member === 'radio' ? (chosen()[0] ?? '') : chosen());
      const uncheckOthers = (toggled: BuiltinNode): void => {
        for (const one of members()) {
          if (one !== toggled && one.flag('checked')) one.write({ checked: false });
        }
      };
      return {
        abilities: {
          memberToggled: (toggled) => {
            if (member === 'radio') uncheckOthers(toggled);
            node.fire('change', { value: value() });
          },
          field: { value, reset: () => {} }, // its members reset themselves
        },
      };
    },
  };
}

/** One checkbox or radio. */
function memberOf(tag: 'checkbox' | 'radio'): Builtin {
  return {
    tag,
    properties: {
      value: text(),
      checked: flag(),
      disabled: flag(),
      color: text('#09bb07'),
      backgroundColor: text(),
      borderColor: text(),
      activeBackgroundColor: text(),
      activeBorderColor: text(),
      iconColor: text(),
    },
    create(node) {
      const { host } = node;
      let initial = false;
      host.prepend(element('i', { class: 'choice-mark' }));
      host.setAttribute('role', tag);
      host.tabIndex = 0;
      const toggle = (): void => {
        const checked = node.flag('checked');
        if (node.flag('disabled') || (tag === 'radio' && checked)) return;
        node.write({ checked: !checked });
        abilitiesAbove(host, `${tag}-group`).memberToggled?.(node);
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
          field: {
            value: () => node.flag('checked'),
            reset: () => node.write({ checked: initial }),
          },
        },
      };
    },
  };
}

/** Shows a control as on or off, to the eye and to assistive tools. */
export function showChecked(host: HTMLElement, checked: boolean): void {
  host.toggleAttribute('checked', checked);
  host.setAttribute('aria-checked', String(checked));
}

/** Checkboxes and radios with their groups. */
export const choices: Builtin[] = [
  groupOf('checkbox'),
  groupOf('radio'),
  memberOf('checkbox'),
  memberOf('radio'),
];
