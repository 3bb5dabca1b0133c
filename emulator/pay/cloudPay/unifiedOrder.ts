import { fromBeijingStamp } from '../../beijing';
import { randomHex } from '../../identifiers';
import type { PayApi } from '../../gateway/payAction';
import type { CloudPayment, Payment } from '../payment';
import {
  fen,
  field,
  refused,
  success,
  type Merchant,
  type PayAnswer,
  type RefusalCode,
} from './answer';
import { merchantOf, type CloudPayParts } from './parts';

const REQUIRED = [
  'body',
  'out_trade_no',
  'spbill_create_ip',
  'sub_mch_id',
  'env_id',
  'function_name',
  'nonce_str',
  'trade_type',
];
const DEFAULT_LIFE_MS = 7 * 24 * 3_600_000;

/** Places an order, or places the same order again for a new prepay id (money W3, W4). */
export function unifiedOrder(parts: CloudPayParts): PayApi {
  return (params, payer) => {
    const merchant = merchantOf(params, parts);
    const openid = buyerOf(params, payer.openid);
    const wrong = problem(params, openid, parts);
    if (wrong) return refused(merchant, wrong.code, wrong.detail);
    const order = newOrder(params, openid, parts);
    const known = parts.book.find(order.outTradeNo);
    if (!known) return placed(parts.book.save(order, '下单'), merchant, parts);
    const reason = whyNotAgain(known, order);
    if (reason) return refused(merchant, reason);
    const again = { ...order, createdAt: known.createdAt, timeline: known.timeline };
    return placed(parts.book.save(again, '原单号再次下单'), merchant, parts);
  };
}

/** The buyer's openid: named in the request, or the caller's own. */
function buyerOf(params: Record<string, unknown>, callerOpenid = ''): string {
  return field(params, 'sub_openid') || field(params, 'openid') || callerOpenid;
}

function whyNotAgain(known: Payment, order: CloudPayment): RefusalCode | undefined {
  if (known.state === 'CLOSED') return 'ORDERCLOSED';
  if (known.state !== 'NOTPAY') return 'ORDERPAID';
  const same = known.channel === 'cloudPay' && known.frozen === order.frozen;
  return same ? undefined : 'OUT_TRADE_NO_USED';
}

function problem(params: Record<string, unknown>, openid: string, parts: CloudPayParts) {
  const missing = REQUIRED.find((name) => field(params, name) === '');
  if (missing) return { code: 'LACK_PARAMS', detail: missing } as const;
  if (!openid) return { code: 'LACK_PARAMS', detail: 'openid' } as const;
  const bad = BAD_FIELDS.find(([, isBad]) => isBad(params, parts));
  return bad && ({ code: 'PARAM_ERROR', detail: bad[0] } as const);
}

type FieldCheck = (params: Record<string, unknown>, parts: CloudPayParts) => boolean;

/** What WeChat Pay refuses, field by field (money W1; unifiedOrder's own page). */
const BAD_FIELDS: [string, FieldCheck][] = [
  ['out_trade_no', (params) => !/^[0-9A-Za-z_\-|*]{6,32}$/.test(field(params, 'out_trade_no'))],
  ['total_fee', (params) => fen(params, 'total_fee') === undefined],
  ['body', (params) => Buffer.byteLength(field(params, 'body')) > 128],
  ['attach', (params) => Buffer.byteLength(field(params, 'attach')) > 127],
  ['nonce_str', (params) => field(params, 'nonce_str').length > 32],
  ['trade_type', (params) => field(params, 'trade_type') !== 'JSAPI'],
  [
    'sub_mch_id',
    (params, { subMchId }) => subMchId !== undefined && field(params, 'sub_mch_id') !== subMchId,
  ],
  [
    'time_expire',
    (params, { book }) => {
      const stamp = field(params, 'time_expire');
      return stamp !== '' && !(fromBeijingStamp(stamp) > book.clock.now());
    },
  ],
];

function newOrder(
  params: Record<string, unknown>,
  openid: string,
  { book }: CloudPayParts,
): CloudPayment {
  const createdAt = book.clock.now();
  const expiry = field(params, 'time_expire');
  const amount = fen(params, 'total_fee') ?? 0;
  const description = field(params, 'body');
  const attach = field(params, 'attach');
  const subMchId = field(params, 'sub_mch_id');
  const toBeShared = field(params, 'profit_sharing') === 'Y';
  return {
    channel: 'cloudPay',
    outTradeNo: field(params, 'out_trade_no'),
    openid,
    description,
    amount,
    attach,
    state: 'NOTPAY',
    createdAt,
    expiresAt: expiry ? fromBeijingStamp(expiry) : createdAt + DEFAULT_LIFE_MS,
    refundedAmount: 0,
    notify: { functionName: field(params, 'function_name'), env: field(params, 'env_id') },
    prepayId: `wx${randomHex(17)}`,
    subMchId,
    frozen: JSON.stringify([description, attach, amount, subMchId, openid, toBeShared]),
    ...(toBeShared && { toBeShared }),
    timeline: [],
  };
}

function placed(
  { prepayId }: CloudPayment,
  merchant: Merchant,
  { appid, book }: CloudPayParts,
): PayAnswer {
  const payment = {
    appId: appid,
    timeStamp: String(Math.floor(book.clock.now() / 1000)),
    nonceStr: randomHex(16),
    package: `prepay_id=${prepayId}`,
    signType: 'MD5',
    paySign: randomHex(16).toUpperCase(),
  };
  return success(merchant, { trade_type: 'JSAPI', prepay_id: prepayId, payment });
}
