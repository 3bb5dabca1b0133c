import { element } from '../../runtime/dom';
import { passwordPad } from './passwordPad';
import { openPanel } from './overlay';

/** What the cashier shows of an order; `amount` is in fen. */
export interface Bill {
  outTradeNo: string;
  description: string;
  amount: number;
  merchant?: string;
}

const DONE_MS = 600;

/**
 * WeChat's cashier: amount, way to pay, then the password pad. Resolves true once `pay` went through,
 * false when the person closes it. Shows the reason and stays open when `pay` fails.
 */
export function openCashier(bill: Bill, pay: () => Promise<unknown>): Promise<boolean> {
  return openPanel<boolean>(
    'bottom',
    (close) => {
      const message = element('p', { class: 'cashier-message', role: 'status' });
      const body = element('div', { class: 'cashier-body' });
      const header = element('header', {
        children: [
          element('button', { text: '×', label: '取消支付', onClick: () => close(false) }),
          element('span', { text: '微信支付' }),
        ],
      });
      const confirm = element('button', {
        class: 'cashier-confirm',
        text: '确认支付',
        onClick: () => askPassword(),
      });
      const askPassword = (): void => body.replaceChildren(passwordPad(() => void settle()));
      const settle = async (): Promise<void> => {
        try {
          await pay();
          body.replaceChildren(element('p', { class: 'cashier-done', text: '✓ 支付成功' }));
          setTimeout(() => close(true), DONE_MS);
        } catch (error) {
          message.textContent = error instanceof Error ? error.message : String(error);
          body.replaceChildren(confirm);
        }
      };
      body.append(methodRow(), confirm);
      return element('div', {
        class: 'mp-sheet cashier',
        role: 'dialog',
        label: '收银台',
        children: [header, ...summary(bill), message, body],
      });
    },
    { back: false },
  );
}

function summary({ merchant, description, amount }: Bill): HTMLElement[] {
  return [
    element('p', { class: 'cashier-merchant', text: merchant ?? description }),
    element('p', { class: 'cashier-amount', text: `¥${(amount / 100).toFixed(2)}` }),
    element('p', { class: 'cashier-description', text: merchant ? description : '' }),
  ];
}

function methodRow(): HTMLElement {
  return element('div', {
    class: 'cashier-method',
    children: [element('span', { text: '付款方式' }), element('b', { text: '零钱' })],
  });
}
