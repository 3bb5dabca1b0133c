import { mismatchesOf } from '../../server/orders/mismatch';
import type { Order } from '../../server/orders/order';
import type { PaymentEvidence } from '../../server/payments';

const ORDER = {
  _id: 'ord_one',
  openid: 'oBuyer',
  payable: 12_800,
  payTo: { provider: 'cloudPay', merchant: '1900000109', appId: 'wx01', live: true },
} as unknown as Order;

const EVIDENCE: PaymentEvidence = {
  provider: 'cloudPay',
  orderId: 'ord_one',
  transactionId: '4200',
  paid: 12_800,
  payer: 'oBuyer',
  merchant: '1900000109',
  appId: 'wx01',
  live: true,
  paidAt: 1,
  heardFrom: 'callback',
};

describe('D12: a payment opens an order only when all of it is as agreed', () => {
  it('finds nothing wrong with the payment the order waits for', () => {
    expect(mismatchesOf(ORDER, EVIDENCE)).toEqual([]);
  });

  it.each([
    ['paid', { paid: 12_799 }],
    ['paid', { paid: 12_801 }],
    ['payer', { payer: 'oSomeoneElse' }],
    ['merchant', { merchant: '1900000110' }],
    ['appId', { appId: 'wx02' }],
    ['live', { live: false }],
    ['provider', { provider: 'virtualPay' as const }],
    ['orderId', { orderId: 'ord_two' }],
  ])('names a wrong %s', (field, change) => {
    expect(mismatchesOf(ORDER, { ...EVIDENCE, ...change })).toEqual([field]);
  });
});
