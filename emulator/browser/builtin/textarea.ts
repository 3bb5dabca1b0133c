import { flag, text, type Builtin } from './builtin';
import { TEXT_FIELD_PROPERTIES, textField } from './textField';

const LINE_HEIGHT_PX = 20;

/** `<textarea>`, growing with its text when `auto-height` is set. */
export const textarea: Builtin = {
  tag: 'textarea',
  properties: {
    ...TEXT_FIELD_PROPERTIES,
    autoHeight: flag(),
    fixed: flag(),
    showConfirmBar: flag(true),
    disableDefaultPadding: flag(),
    adjustKeyboardTo: text(),
  },
  create(node) {
    const control = document.createElement('textarea');
    let height = 0;
    const grow = (): void => {
      if (!node.flag('autoHeight')) return;
      control.style.height = 'auto';
      control.style.height = `${control.scrollHeight}px`;
      if (control.scrollHeight === height) return;
      height = control.scrollHeight;
      node.fire('linechange', { height, lineCount: Math.round(height / LINE_HEIGHT_PX) });
    };
    const parts = textField(node, control, grow);
    const autoHeight = (on: boolean): void => {
      node.host.classList.toggle('grows', on);
      requestAnimationFrame(grow);
    };
    return { ...parts, changed: { ...parts.changed, autoHeight } };
  },
};
