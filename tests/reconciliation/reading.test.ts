import { thousandthsOf } from '../../server/wechat/pay/billTable';
import { readCloudPayBill } from '../../server/wechat/pay/cloudPayBill';
import { readVirtualPayBill } from '../../server/wechat/pay/virtualPayBill';
import { dayOf, daysAfter, endOf, startOf } from '../../server/reconciliation/days';

const HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const PAID =
  '`2026-11-23 10:13:30,`wx,`1800,`1900,`,`4200,`ord_one,`oSP,`JSAPI,`SUCCESS,`OTHERS,`CNY,`128.00,`0.00,`0,`0,`0.00,`0.00,`,`,`课程,进阶,`,`0.76800,`0.60%,`128.00,`0.00,`';
const REFUNDED =
  '`2026-11-23 11:00:00,`wx,`1800,`1900,`,`4200,`ord_one,`oSP,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`5030,`ord_oneR1,`28.00,`0.00,`ORIGINAL,`SUCCESS,`课程,`,`-0.16800,`0.60%,`0.00,`28.00,`';
const TOTALS = '总交易单数,应结订单总金额\r\n`2,`128.00';

describe('W21: a bill is read by its digits', () => {
  it('payments and refunds come out in fen, with fees as fine as they are written', () => {
    const text = `\uFEFF${[HEADER, PAID, REFUNDED, TOTALS].join('\r\n')}\r\n`;
    const common = { orderId: 'ord_one', merchant: '1900' };
    expect(readCloudPayBill(text)).toEqual([
      {
        ...common,
        kind: 'payment',
        transactionId: '4200',
        amount: 12_800,
        fee: 76_800,
        at: Date.parse('2026-11-23T10:13:30+08:00'),
      },
      {
        ...common,
        kind: 'refund',
        refundId: 'ord_oneR1',
        amount: 2800,
        fee: -16_800,
        outcome: 'succeeded',
        at: Date.parse('2026-11-23T11:00:00+08:00'),
      },
    ]);
  });

  it('a day without a line is an empty bill; one in another form is none', () => {
    expect(readCloudPayBill('')).toEqual([]);
    expect(readCloudPayBill('date,amount\n1,2')).toBeUndefined();
    expect(
      readCloudPayBill([HEADER, PAID.replace('128.00,`0.00,`', 'x,`0.00,`')].join('\n')),
    ).toEqual(expect.anything());
    expect(
      readCloudPayBill([HEADER, PAID.replace('`0.60%,`128.00', '`0.60%,`12 8')].join('\n')),
    ).toBeUndefined();
    expect(readVirtualPayBill('日期,金额\n`1,`2', 'offer')).toBeUndefined();
  });

  it.each([
    ['0.76800', 76_800],
    ['0.00001', 1],
    ['-0.5', -50_000],
    ['12', 1_200_000],
  ])('%s yuan are %d thousandths of a fen', (yuan, amount) => {
    expect(thousandthsOf(yuan)).toBe(amount);
  });

  it.each(['', '1e3', '0.000001', '1,000', 'NaN'])('%p is no amount', (yuan) => {
    expect(thousandthsOf(yuan)).toBeUndefined();
  });
});

describe('a day', () => {
  it('is one in Beijing, wherever the function runs', () => {
    expect(dayOf(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(dayOf(Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
    expect(endOf('2026-12-31')).toBe(startOf('2027-01-01'));
    expect(daysAfter('2027-01-01', -1)).toBe('2026-12-31');
  });
});
