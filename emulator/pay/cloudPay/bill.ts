import { beijingText } from '../../beijing';
import type { Payment, Refund } from '../payment';
import { PROVIDER } from './answer';
import type { CloudPayParts } from './parts';

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND';

/** Which bill: a span of the cloud's clock and a kind of line. */
export interface BillRequest {
  from: number;
  to: number;
  type: BillType;
}

const HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const TOTALS_HEADER =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
/** WeChat Pay's ordinary rate (money V2). */
const FEE_RATE = 0.006;

interface Line {
  at: number;
  payment: Payment;
  refund?: Refund;
}

/** The bill in WeChat's CSV form, amounts in yuan, every value behind a backquote; undefined when it has no line. */
export function billText(
  { book }: CloudPayParts,
  { from, to, type }: BillRequest,
): string | undefined {
  const payments = book.all().filter(({ channel }) => channel === 'cloudPay');
  const paid: Line[] = payments.flatMap((payment) =>
    payment.paidAt === undefined ? [] : [{ at: payment.paidAt, payment }],
  );
  const refunded: Line[] = payments.flatMap((payment) =>
    book
      .refundsOf(payment.outTradeNo)
      .map((refund) => ({ at: refund.acceptedAt, payment, refund })),
  );
  const chosen = [...(type === 'REFUND' ? [] : paid), ...(type === 'SUCCESS' ? [] : refunded)];
  const lines = chosen.filter(({ at }) => at >= from && at < to).sort((a, b) => a.at - b.at);
  if (lines.length === 0) return undefined;
  const rows = [HEADER, ...lines.map(lineText), TOTALS_HEADER, totalsText(lines)];
  return `${rows.join('\r\n')}\r\n`;
}

function lineText({ at, payment, refund }: Line): string {
  const amount = payment.paidAmount ?? 0;
  const fee = refund ? -feeOf(refund.amount) : feeOf(amount);
  return row([
    beijingText(at),
    PROVIDER.appid,
    PROVIDER.mch_id,
    payment.cloudPay?.subMchId ?? '',
    '',
    payment.transactionId ?? '',
    payment.outTradeNo,
    `oSP${payment.openid}`,
    'JSAPI',
    refund ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    'CNY',
    yuan(refund ? 0 : amount),
    yuan(0),
    refund?.refundId ?? '0',
    refund?.outRefundNo ?? '0',
    yuan(refund?.amount ?? 0),
    yuan(0),
    refund ? 'ORIGINAL' : '',
    refund?.status ?? '',
    payment.description,
    payment.attach,
    (fee / 100).toFixed(5),
    '0.60%',
    yuan(refund ? 0 : amount),
    yuan(refund?.amount ?? 0),
    '',
  ]);
}

function totalsText(lines: Line[]): string {
  const paid = sum(lines, ({ payment, refund }) => (refund ? 0 : (payment.paidAmount ?? 0)));
  const refunded = sum(lines, ({ refund }) => refund?.amount ?? 0);
  const fees = sum(lines, ({ payment, refund }) =>
    refund ? -feeOf(refund.amount) : feeOf(payment.paidAmount ?? 0),
  );
  const totals = [
    yuan(paid),
    yuan(refunded),
    yuan(0),
    (fees / 100).toFixed(5),
    yuan(paid),
    yuan(refunded),
  ];
  return row([String(lines.length), ...totals]);
}

function sum(lines: Line[], amountOf: (line: Line) => number): number {
  return lines.reduce((total, line) => total + amountOf(line), 0);
}

function feeOf(amountFen: number): number {
  return Math.round(amountFen * FEE_RATE);
}

function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

function row(values: string[]): string {
  return values.map((value) => `\`${value.replaceAll(',', ' ')}`).join(',');
}
