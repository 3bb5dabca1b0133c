import { orderView, orderWords } from '../../../miniprogram/packages/buying/orderWords';
import { fen } from '../../../shared/money';

const order = {
  orderId: 'ord_one',
  status: 'paid',
  item: { kind: 'course', id: 'crs_light', title: '手机摄影' },
  listPrice: fen(6800),
  payable: fen(6800),
  discounts: [],
  refunded: fen(0),
  createdAt: 0,
  expiresAt: 0,
  redeemed: false,
  refundBy: 'shop',
  actions: ['refund', 'study'],
  refunds: [],
  timeline: [],
} satisfies Parameters<typeof orderView>[0];

describe('how an order is told to its buyer', () => {
  it('puts what one most likely wants first, whatever the order the server lists it in', () => {
    expect(orderView(order).buttons).toEqual([
      { action: 'study', word: '去学习', main: true },
      { action: 'refund', word: '申请退款', main: false },
    ]);
  });

  it('S23: tells of a refund under way, and of the order itself once it is over', () => {
    const refundIn = (status: 'processing' | 'rejected') => ({
      ...order,
      refunds: [{ refundId: 'rfd_one', status, amount: fen(100), reason: '买错了', askedAt: 0 }],
    });
    expect(orderView(refundIn('processing')).word).toBe('退款中');
    expect(orderView(refundIn('rejected')).word).toBe(orderWords.paid.word);
  });

  it('tells of a paid gift by whether it was claimed', () => {
    const given = (state: 'waiting' | 'claimed') => ({ ...order, gift: { state } });
    expect(orderView(given('waiting')).word).toBe('待领取');
    expect(orderView(given('claimed')).word).toBe('已领取');
  });
});
