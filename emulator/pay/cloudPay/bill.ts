import { beijingText } from '../../beijing';
import { billLines, type BillLine } from '../billLines';
import { billText, feeText, yuan } from '../billText';
import { PROVIDER } from './answer';
import type { CloudPayParts } from './parts';

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND';

/** Which bill: a span of the cloud's clock and a kind of line. */
export interface CloudPayBill {
  from: number;
  to: number;
  type: BillType;
}

const HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const TOTALS_HEADER =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** The bill in the V2 form of `downloadBill`; undefined when it has no line. */
export function cloudPayBill(parts: CloudPayParts, request: CloudPayBill): string | undefined {
  const { feeRate } = parts;
  const lines = billLines(parts, { ...request, channel: 'cloudPay', feeRate }).filter(
    ({ refund }) =>
      request.type === 'ALL' || (request.type === 'REFUND') === (refund !== undefined),
  );
  if (lines.length === 0) return undefined;
  return billText({
    header: HEADER,
    rows: lines.map((line) => rowOf(line, feeRate)),
    totalsHeader: TOTALS_HEADER,
    totals: totalsOf(lines),
  });
}

function rowOf({ at, payment, paid, refunded, fee, refund }: BillLine, feeRate: number): string[] {
  return [
    beijingText(at),
    PROVIDER.appid,
    PROVIDER.mch_id,
    payment.channel === 'cloudPay' ? payment.subMchId : '',
    '',
    payment.paid.transactionId,
    payment.outTradeNo,
    `oSP${payment.openid}`,
    'JSAPI',
    refund ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    'CNY',
    yuan(paid),
    yuan(0),
    ...refundColumns(refunded, refund),
    payment.description,
    payment.attach,
    feeText(fee),
    `${(feeRate * 100).toFixed(2)}%`,
    yuan(paid),
    yuan(refunded),
    '',
  ];
}

/** Numbers, amounts, kind and state of a refund; a payment's line has zeros there. */
function refundColumns(refunded: number, refund: BillLine['refund']): string[] {
  if (!refund) return ['0', '0', yuan(0), yuan(0), '', ''];
  const { refundId, outRefundNo, status } = refund;
  return [refundId, outRefundNo, yuan(refunded), yuan(0), 'ORIGINAL', status];
}

function totalsOf(lines: BillLine[]): string[] {
  const total = (amountOf: (line: BillLine) => number) =>
    lines.reduce((sum, line) => sum + amountOf(line), 0);
  const paid = yuan(total((line) => line.paid));
  const refunded = yuan(total((line) => line.refunded));
  const fees = feeText(total((line) => line.fee));
  return [String(lines.length), paid, refunded, yuan(0), fees, paid, refunded];
}
