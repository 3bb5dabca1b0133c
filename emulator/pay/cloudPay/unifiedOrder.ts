import { fromBeijingStamp } from '../../beijing';
import { randomHex } from '../../identifiers';
import type { PayApi } from '../../gateway/payAction';
import type { Payment } from '../payment';
import { fen, field, refused, success, type Merchant, type PayAnswer } from './answer';
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
    const openid = field(params, 'sub_openid') || field(params, 'openid') || payer.openid || '';
    const wrong = problem(params, openid, parts);
    if (wrong) return refused(merchant, wrong.code, wrong.detail);
    const known = parts.book.find(field(params, 'out_trade_no'));
    const order = newOrder(params, openid, parts);
    if (!known) return placed(parts.book.save(order, '下单'), merchant, parts);
    if (known.state === 'CLOSED') return refused(merchant, 'ORDERCLOSED');
    if (known.state !== 'NOTPAY') return refused(merchant, 'ORDERPAID');
    if (known.cloudPay?.frozen !== order.cloudPay?.frozen) {
      return refused(merchant, 'OUT_TRADE_NO_USED');
    }
    const again = { ...known, ...(order.cloudPay && { cloudPay: order.cloudPay }) };
    return placed(parts.book.save(again, '原单号再次下单'), merchant, parts);
  };
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

function newOrder(params: Record<string, unknown>, openid: string, parts: CloudPayParts): Payment {
  const now = parts.book.clock.now();
  const amount = fen(params, 'total_fee') ?? 0;
  const expiry = field(params, 'time_expire');
  const [description, attach, subMchId] = ['body', 'attach', 'sub_mch_id'].map((name) =>
    field(params, name),
  );
  return {
    outTradeNo: field(params, 'out_trade_no'),
    channel: 'cloudPay',
    openid,
    description: description ?? '',
    amount,
    attach: attach ?? '',
    state: 'NOTPAY',
    createdAt: now,
    expiresAt: expiry ? fromBeijingStamp(expiry) : now + DEFAULT_LIFE_MS,
    refundedAmount: 0,
    notify: { functionName: field(params, 'function_name'), env: field(params, 'env_id') },
    cloudPay: {
      prepayId: `wx${randomHex(17)}`,
      subMchId: subMchId ?? '',
      frozen: JSON.stringify([description, attach, amount, subMchId, openid]),
    },
    timeline: [],
  };
}

function placed(order: Payment, merchant: Merchant, { appid, book }: CloudPayParts): PayAnswer {
  const prepay_id = order.cloudPay?.prepayId;
  const payment = {
    appId: appid,
    timeStamp: String(Math.floor(book.clock.now() / 1000)),
    nonceStr: randomHex(16),
    package: `prepay_id=${String(prepay_id)}`,
    signType: 'MD5',
    paySign: randomHex(16).toUpperCase(),
  };
  return success(merchant, { trade_type: 'JSAPI', prepay_id, payment });
}
