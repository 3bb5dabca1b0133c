import { beijingText } from '../../beijing';
import { isPaid, type CloudPayment, type Paid, type Refund } from '../payment';
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

/** One line of a bill; of `paid` and `refunded` one is 0. */
interface BillLine {
  at: number;
  payment: Paid<CloudPayment>;
  paid: number;
  refunded: number;
  fee: number;
  kind: 'SUCCESS' | 'REFUND';
  refundColumns: { id: string; number: string; type: string; status: string };
}

/** The bill in WeChat's CSV form, amounts in yuan, every value behind a backquote; undefined when it has no line. */
export function billText({ book }: CloudPayParts, request: BillRequest): string | undefined {
  const payments = book
    .all()
    .filter((payment) => payment.channel === 'cloudPay')
    .filter(isPaid);
  const lines = payments
    .flatMap((payment) => [
      paidLine(payment),
      ...book.refundsOf(payment.outTradeNo).map((refund) => refundLine(payment, refund)),
    ])
    .filter(({ at, kind }) => at >= request.from && at < request.to && isAskedFor(kind, request))
    .sort((a, b) => a.at - b.at);
  if (lines.length === 0) return undefined;
  const rows = [HEADER, ...lines.map(lineText), TOTALS_HEADER, totalsText(lines)];
  return `${rows.join('\r\n')}\r\n`;
}

function isAskedFor(kind: BillLine['kind'], { type }: BillRequest): boolean {
  return type === 'ALL' || type === kind;
}

function paidLine(payment: Paid<CloudPayment>): BillLine {
  const { at, amount } = payment.paid;
  const refundColumns = { id: '0', number: '0', type: '', status: '' };
  return {
    at,
    payment,
    paid: amount,
    refunded: 0,
    fee: feeOf(amount),
    kind: 'SUCCESS',
    refundColumns,
  };
}

/** The fee on a refunded part is given back (money W20). */
function refundLine(payment: Paid<CloudPayment>, refund: Refund): BillLine {
  const { refundId: id, outRefundNo: number, status, amount, acceptedAt: at } = refund;
  const refundColumns = { id, number, type: 'ORIGINAL', status };
  return {
    at,
    payment,
    paid: 0,
    refunded: amount,
    fee: -feeOf(amount),
    kind: 'REFUND',
    refundColumns,
  };
}

function lineText({ at, payment, paid, refunded, fee, kind, refundColumns }: BillLine): string {
  return row([
    beijingText(at),
    PROVIDER.appid,
    PROVIDER.mch_id,
    payment.subMchId,
    '',
    payment.paid.transactionId,
    payment.outTradeNo,
    `oSP${payment.openid}`,
    'JSAPI',
    kind,
    'OTHERS',
    'CNY',
    yuan(paid),
    yuan(0),
    refundColumns.id,
    refundColumns.number,
    yuan(refunded),
    yuan(0),
    refundColumns.type,
    refundColumns.status,
    payment.description,
    payment.attach,
    feeText(fee),
    '0.60%',
    yuan(paid),
    yuan(refunded),
    '',
  ]);
}

function totalsText(lines: BillLine[]): string {
  const total = (amountOf: (line: BillLine) => number) =>
    lines.reduce((sum, line) => sum + amountOf(line), 0);
  const paid = yuan(total((line) => line.paid));
  const refunded = yuan(total((line) => line.refunded));
  const fees = feeText(total((line) => line.fee));
  return row([String(lines.length), paid, refunded, yuan(0), fees, paid, refunded]);
}

function feeOf(amountFen: number): number {
  return Math.round(amountFen * FEE_RATE);
}

function feeText(fen: number): string {
  return (fen / 100).toFixed(5);
}

function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

function row(values: string[]): string {
  return values.map((value) => `\`${value.replaceAll(',', ' ')}`).join(',');
}
