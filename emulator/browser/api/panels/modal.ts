import { element } from '../../runtime/dom';
import { openPanel } from './overlay';

export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalAnswer {
  confirm: boolean;
  cancel: boolean;
  content: string | null;
}

/** Shows wx.showModal's dialog and resolves with the answer. */
export function openModal(options: ModalOptions): Promise<ModalAnswer> {
  return openPanel<ModalAnswer>(
    'center',
    (close) => {
      const { title = '', content = '', confirmText = '确定', cancelText = '取消' } = options;
      const field = options.editable ? answerField(options) : null;
      const body = element('p', field ? { children: [field] } : { text: content });
      const answer = (confirm: boolean) => () =>
        close({ confirm, cancel: !confirm, content: confirm ? (field?.value ?? null) : null });
      const confirm = choice('mp-ok', confirmText, answer(true));
      const cancel = choice('mp-cancel', cancelText, answer(false));
      tint(confirm, options.confirmColor);
      tint(cancel, options.cancelColor);
      const choices = options.showCancel === false ? [confirm] : [cancel, confirm];
      const children = [
        element('h3', { text: title }),
        body,
        element('footer', { children: choices }),
      ];
      return element('div', { class: 'mp-modal', role: 'dialog', children });
    },
    { back: { confirm: false, cancel: true, content: null } },
  );
}

function tint(button: HTMLElement, color = ''): void {
  button.style.color = color;
}

function choice(className: string, text: string, onClick: () => void): HTMLButtonElement {
  return element('button', { class: className, text, onClick });
}

function answerField({ content = '', placeholderText = '' }: ModalOptions): HTMLInputElement {
  const field = element('input');
  field.value = content;
  field.placeholder = placeholderText;
  return field;
}
