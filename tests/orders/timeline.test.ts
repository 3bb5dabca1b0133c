import { fen } from '../../shared/money';
import { ORDER_STATUSES, orderMachine } from '../../shared/orders/machine';
import { refundTimelineOf, timelineOf } from '../../shared/orders/timeline';

const steps = <Event extends string>(...events: Event[]) =>
  events.map((event, index) => ({ at: index, event }));
const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe('the story of an order, as its buyer reads it', () => {
  it('has words for every step an order can take', () => {
    const events = ORDER_STATUSES.flatMap((status) => orderMachine.eventsFrom(status));
    expect(timelineOf(steps(...events))).toHaveLength(events.length);
  });

  it('tells of money that came after closing and went back', () => {
    expect(texts(timelineOf(steps('create', 'close', 'payLate', 'sendBack', 'refundAll')))).toEqual(
      [
        '提交订单',
        '订单已关闭',
        '订单关闭后收到付款，正在重新确认名额',
        '这笔付款无法开通内容，款项将原路退回',
        '退款已到账',
      ],
    );
  });

  it('never speaks of a payment where nothing was paid', () => {
    for (const way of ['redeemed', 'granted', 'free'] as const) {
      expect(texts(timelineOf(steps('create', 'pay'), way)).join()).not.toContain('支付');
    }
  });

  it('tells of a refund from asking to trouble and its end', () => {
    const history = steps('ask', 'approve', 'submit', 'turnAbnormal', 'retry', 'fail');
    expect(texts(refundTimelineOf({ history, amount: fen(9900), asked: true }))).toEqual([
      '申请退款 ¥99.00',
      '退款已同意，款项将原路退回',
      '退款遇到问题，工作人员正在处理',
      '已重新提交退款',
      '退款未成功，请联系客服',
    ]);
  });

  it('tells of no request where the buyer made none', () => {
    const history = steps('ask', 'approve', 'accept');
    expect(texts(refundTimelineOf({ history, amount: fen(9900), asked: false }))).toEqual([
      '支付平台已受理退款，正在退回原支付账户',
    ]);
  });
});
