import type { Notification } from '../../../pay/notification';
import type { Payment, PaymentState, Refund } from '../../../pay/payment';
import { act, read } from '../cloud';
import { button, element, nothing, tag } from '../element';
import { moment, yuan } from '../format';
import { view, type Doing } from '../view';

type PaymentRecord = Payment & { refunds: Refund[]; notifications: Notification[] };

const STATES: Record<PaymentState, [string, string]> = {
  NOTPAY: ['待支付', 'warn'],
  SUCCESS: ['已支付', 'good'],
  REFUND: ['有退款', 'quiet'],
  CLOSED: ['已关闭', 'quiet'],
};
const CHANNELS = { cloudPay: '微信支付', virtualPay: '虚拟支付' };

/** WeChat Pay's order book, and what a payer or a merchant can do to an order. */
export const paymentsView = view<{ payments: PaymentRecord[] }>({
  id: 'payments',
  title: '支付',
  load: () => read('payments'),
  draw: ({ payments }, doing) =>
    payments.length === 0
      ? [nothing('还没有订单。在小程序里下一单试试。')]
      : payments.map((payment) => paymentCard(payment, doing)),
});

function paymentCard(payment: PaymentRecord, doing: Doing): HTMLElement {
  const [label, kind] = STATES[payment.state];
  const head = element(
    'div',
    { class: 'row' },
    element('b', {}, payment.description),
    element('span', {}, yuan(payment.paid?.amount ?? payment.amount)),
    tag(label, kind),
    element(
      'span',
      { class: 'quiet' },
      `${CHANNELS[payment.channel]} · ${payment.outTradeNo} · ${payment.openid}`,
    ),
    element('span', { class: 'row end' }, ...buttons(payment, doing)),
  );
  return element('div', { class: 'card' }, head, history(payment));
}

/** A label and what the press of it sends. */
type Step = [label: string, path: string, body: object];

function buttons({ outTradeNo, state, stillPayable }: PaymentRecord, doing: Doing): HTMLElement[] {
  const path = `pay/${encodeURIComponent(outTradeNo)}`;
  const open: Step[] = [
    ['支付', path, { action: 'pay' }],
    ['支付，通知丢失', path, { action: 'pay', callbacks: 0 }],
    ['支付，通知三次', path, { action: 'pay', callbacks: 3 }],
    ['取消', path, { action: 'cancel' }],
  ];
  const paid: Step[] = [
    ['重复通知', path, { action: 'repeat' }],
    ['商户后台退款', `${path}/refund`, { by: 'console' }],
  ];
  const isOpen = state === 'NOTPAY' || stillPayable === true;
  const steps = isOpen ? open : state === 'CLOSED' ? [] : paid;
  return steps.map(([label, target, body], index) =>
    button(
      label,
      () => {
        doing(label, () => act(target, body));
      },
      isOpen && index === 0 ? 'primary' : '',
    ),
  );
}

function history({ timeline, refunds }: PaymentRecord): HTMLElement {
  const lines = timeline.map(({ at, text }) => element('li', {}, `${moment(at)}　${text}`));
  const refundLines = refunds.map(({ outRefundNo, amount, status }) =>
    element('li', { class: 'quiet' }, `退款 ${outRefundNo}：${yuan(amount)}，${status}`),
  );
  return element('ol', { class: 'timeline' }, ...lines, ...refundLines);
}
