import { element } from '../../runtime/dom';

const LENGTH = 6;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', '⌫'];

/** The payment password pad; any six digits do, `done` runs after the last. */
export function passwordPad(done: () => void): HTMLElement {
  let typed = 0;
  const boxes = Array.from({ length: LENGTH }, () => element('i'));
  const press = (key: string): void => {
    if (typed === LENGTH) return;
    typed = key === '⌫' ? Math.max(0, typed - 1) : typed + 1;
    boxes.forEach((box, index) => box.classList.toggle('filled', index < typed));
    if (typed === LENGTH) done();
  };
  const keys = KEYS.map((key) => {
    const button = element('button', { text: key, onClick: () => press(key) });
    button.disabled = key === '';
    return button;
  });
  return element('div', {
    class: 'password-pad',
    children: [
      element('p', { text: '请输入支付密码（任意六位数字）' }),
      element('div', { class: 'password-boxes', children: boxes }),
      element('div', { class: 'password-keys', children: keys }),
    ],
  });
}
