import { anything, flag, text, type Builtin, type BuiltinNode } from './builtin';
import { TEXT_FIELD_PROPERTIES, textField } from './textField';

const KEYBOARDS: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal' };

/** `<input>`. */
export const input: Builtin = {
  tag: 'input',
  properties: {
    ...TEXT_FIELD_PROPERTIES,
    type: text('text'),
    password: flag(),
    safePasswordCertPath: text(),
    safePasswordLength: anything(),
    safePasswordTimeStamp: anything(),
    safePasswordNonce: text(),
    safePasswordSalt: text(),
    safePasswordCustomHash: text(),
  },
  create(node) {
    const control = document.createElement('input');
    control.addEventListener('keydown', (event) => confirmOnEnter(node, control, event));
    const parts = textField(node, control, () => {});
    const changed = {
      ...parts.changed,
      password: (password: boolean) => (control.type = password ? 'password' : 'text'),
      type: (type: string) => (control.inputMode = KEYBOARDS[type] ?? 'text'),
    };
    return { ...parts, changed };
  },
};

function confirmOnEnter(node: BuiltinNode, control: HTMLInputElement, event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  node.fire('confirm', { value: control.value });
  if (!node.flag('confirmHold')) control.blur();
}
