import {
  anything,
  flag,
  number,
  text,
  type BuiltinNode,
  type BuiltinParts,
  type PropertyTable,
} from './builtin';

type Control = HTMLInputElement | HTMLTextAreaElement;

const DEFAULT_MAX_LENGTH = 140;

/** Properties that `<input>` and `<textarea>` share. */
export const TEXT_FIELD_PROPERTIES: PropertyTable = {
  value: text(),
  placeholder: text(),
  placeholderStyle: text(),
  placeholderClass: text(),
  maxlength: number(DEFAULT_MAX_LENGTH),
  disabled: flag(),
  focus: flag(),
  autoFocus: flag(),
  name: text(),
  confirmType: text('done'),
  confirmHold: flag(),
  cursor: anything(),
  cursorSpacing: anything(),
  cursorColor: text(),
  selectionStart: anything(),
  selectionEnd: anything(),
  adjustPosition: flag(true),
  holdKeyboard: flag(),
  alwaysEmbed: flag(),
};

/** Wires a DOM control into an input or textarea built-in. `resized` runs after every change of its text. */
export function textField(node: BuiltinNode, control: Control, resized: () => void): BuiltinParts {
  const initial = node.text('value');
  control.setAttribute('autocomplete', 'off');
  node.host.append(control);
  watchTyping(node, control, resized);
  watchFocus(node, control);
  const show = (value: string): void => {
    if (control.value !== value) control.value = value;
    resized();
  };
  return {
    attached: () => limitLength(control, node.number('maxlength')),
    changed: {
      ...controlChanges(node, control),
      value: (value: unknown) => show(String(value ?? '')),
    },
    abilities: {
      activate: () => control.focus(),
      field: {
        value: () => control.value,
        reset: () => {
          node.write({ value: initial });
          show(initial);
        },
      },
    },
  };
}

function watchTyping(node: BuiltinNode, control: Control, resized: () => void): void {
  let composing = false;
  const report = (): void => {
    const { value, selectionStart } = control;
    node.write({ value });
    node.fire('input', { value, cursor: selectionStart ?? value.length, keyCode: 0 });
    resized();
  };
  control.addEventListener('compositionstart', () => {
    composing = true;
  });
  control.addEventListener('compositionend', () => {
    composing = false;
    report();
  });
  control.addEventListener('input', (event) => {
    event.stopPropagation();
    if (!composing) report();
  });
  for (const type of ['change', 'submit', 'select']) {
    control.addEventListener(type, (event) => event.stopPropagation());
  }
}

function watchFocus(node: BuiltinNode, control: Control): void {
  control.addEventListener('focus', () => node.fire('focus', { value: control.value, height: 0 }));
  control.addEventListener('blur', () =>
    node.fire('blur', { value: control.value, cursor: control.selectionStart ?? 0 }),
  );
}

function controlChanges(node: BuiltinNode, control: Control): NonNullable<BuiltinParts['changed']> {
  const focusLater = (focus: boolean): void => {
    if (focus) requestAnimationFrame(() => control.focus());
    else control.blur();
  };
  return {
    placeholder: (placeholder: string) => (control.placeholder = placeholder ?? ''),
    placeholderStyle: (style: string) => colorPlaceholder(node.host, style),
    maxlength: (length: number) => limitLength(control, length),
    disabled: (disabled: boolean) => (control.disabled = disabled),
    confirmType: (type: string) => (control.enterKeyHint = type),
    name: (name: string) => (control.name = name),
    ariaLabel: (label: string) => control.setAttribute('aria-label', label ?? ''),
    focus: focusLater,
    autoFocus: focusLater,
  };
}

/** -1 means no limit. */
function limitLength(control: Control, length: number): void {
  if (length >= 0) control.maxLength = length;
  else control.removeAttribute('maxlength');
}

function colorPlaceholder(host: HTMLElement, style: string): void {
  const color = /(?:^|;)\s*color:\s*([^;]+)/.exec(style ?? '')?.[1];
  if (color) host.style.setProperty('--placeholder-color', color);
}
