import { randomHex } from '../../identifiers';
import { beijingText, fromBeijingStamp } from '../../beijing';
import { billLines, isBillReady, type BillLine } from '../billLines';
import { billText, feeText, yuan } from '../billText';
import type { XpayParts } from './parts';
import type { XpayOutcome } from './xpay';

/** WeChat does not publish the columns of this file; these stand for them. */
const HEADER =
  '交易时间,交易类型,商户订单号,微信订单号,退款单号,订单金额(元),退款金额(元),手续费(元)';
const TOTALS_HEADER = '汇总,笔数,订单总金额(元),退款总金额(元),手续费总金额(元)';
const DAY_MS = 24 * 3_600_000;
const BAD_PARAMS = 268490002;

/** Bills behind links that nobody can guess. In memory: after a restart they are asked for again. */
export class BillLinks {
  private readonly texts = new Map<string, string>();
  private readonly asked = new Set<string>();

  constructor(private readonly origin: () => string) {}

  /** Whether a bill was asked for before; the first call only has it made. */
  wasAskedFor(days: string): boolean {
    const before = this.asked.has(days);
    this.asked.add(days);
    return before;
  }

  /** A link to a text. */
  put(text: string): string {
    const id = randomHex(16);
    this.texts.set(id, text);
    return `${this.origin()}/wechat-api/bills/${id}`;
  }

  find(id: string): string | undefined {
    return this.texts.get(id);
  }
}

/** `download_bill`: the first call has the bill made, later ones give a link (virtual-payment, download_bill). */
export function downloadBill(params: Record<string, unknown>, parts: XpayParts): XpayOutcome {
  const [begin, end] = [String(params['begin_ds']), String(params['end_ds'])];
  const [from, to] = [fromBeijingStamp(begin), fromBeijingStamp(end)];
  if (Number.isNaN(from) || Number.isNaN(to) || to < from) return { refused: BAD_PARAMS };
  const isReady = isBillReady(parts, to) && parts.bills.wasAskedFor(`${begin}-${end}`);
  return { fields: { url: isReady ? parts.bills.put(textOf(parts, from, to + DAY_MS)) : '' } };
}

function textOf(parts: XpayParts, from: number, to: number): string {
  const { feeRate } = parts;
  const lines = billLines(parts, { channel: 'virtualPay', from, to, feeRate });
  const total = (amountOf: (line: BillLine) => number) =>
    lines.reduce((sum, line) => sum + amountOf(line), 0);
  return billText({
    header: HEADER,
    rows: lines.map(rowOf),
    totalsHeader: TOTALS_HEADER,
    totals: [
      '',
      String(lines.length),
      yuan(total((line) => line.paid)),
      yuan(total((line) => line.refunded)),
      feeText(total((line) => line.fee)),
    ],
  });
}

function rowOf({ at, payment, paid, refunded, fee, refund }: BillLine): string[] {
  return [
    beijingText(at),
    refund ? '退款' : '支付',
    payment.outTradeNo,
    payment.paid.transactionId,
    refund?.outRefundNo ?? '',
    yuan(paid),
    yuan(refunded),
    feeText(fee),
  ];
}
