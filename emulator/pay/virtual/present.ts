import { randomHex } from '../../identifiers';
import type { PaymentOptions } from '../../options';
import type { OrderBook } from '../orderBook';
import type { VirtualPayment } from '../payment';
import { isHmac } from './signatures';

/** What a phone hands to `wx.requestVirtualPayment`. */
export interface VirtualRequest {
  signData: string;
  paySig: string;
  signature: string;
  mode: string;
  openid: string;
}

/** The order now waits at the cashier, or `wx.requestVirtualPayment` fails with this. */
export type Presented = { outTradeNo: string } | { errCode: number; errMsg: string };

export interface PresentParts {
  book: OrderBook;
  virtual: PaymentOptions['virtual'];
  sessionKeyOf: (openid: string) => string | undefined;
  pushTo: { functionName: string; env: string } | undefined;
  reuse: 'allowUnpaid' | 'refuse';
}

interface SignData {
  offerId: string;
  buyQuantity: number;
  env: 0 | 1;
  currencyType: string;
  productId: string;
  goodsPrice: number;
  /** The lower price it is really sold at. */
  activitySellingPrice?: number;
  outTradeNo: string;
  attach: string;
}

/** `wx.requestVirtualPayment`'s errors (its type definition in miniprogram-api-typings). */
const ERRORS = {
  badParameter: [-15001, 'INVALID_PARAMETER'],
  numberUsed: [-15002, 'OUT_TRADE_NO_USED'],
  currency: [-15004, 'CURRENCY_TYPE_INVALID'],
  signature: [-15005, 'SIGNATURE_INVALID'],
  paySig: [-15006, 'PAY_SIG_INVALID'],
  sessionExpired: [-15007, 'SESSION_KEY_EXPIRED'],
  product: [-15010, 'PRODUCT_NOT_PUBLISHED'],
  price: [-15013, 'GOODS_PRICE_INVALID'],
  signData: [-15016, 'SIGN_DATA_INVALID'],
} as const satisfies Record<string, readonly [number, string]>;

type ErrorName = keyof typeof ERRORS;
type Check = (data: SignData, request: VirtualRequest, parts: PresentParts) => boolean;

/** What must hold, in the order in which it is looked at. */
const CHECKS: [ErrorName, Check][] = [
  ['badParameter', (_data, { mode }) => mode === 'short_series_goods'],
  ['badParameter', ({ outTradeNo }) => /^[\w\-|*@]{1,32}$/.test(outTradeNo)],
  ['badParameter', ({ offerId }, _request, { virtual }) => offerId === virtual?.offerId],
  ['currency', ({ currencyType }) => currencyType === 'CNY'],
  [
    'paySig',
    ({ env }, { signData, paySig }, { virtual }) =>
      isHmac(
        virtual?.appKeys[env === 1 ? 'sandbox' : 'live'] ?? '',
        `requestVirtualPayment&${signData}`,
        paySig,
      ),
  ],
  ['sessionExpired', (_data, { openid }, { sessionKeyOf }) => sessionKeyOf(openid) !== undefined],
  [
    'signature',
    (_data, { signData, signature, openid }, { sessionKeyOf }) =>
      isHmac(sessionKeyOf(openid) ?? '', signData, signature),
  ],
  [
    'product',
    ({ productId }, _request, { virtual }) =>
      virtual?.products === undefined || Object.hasOwn(virtual.products, productId),
  ],
  [
    'price',
    ({ productId, goodsPrice }, _request, { virtual }) =>
      (virtual?.products?.[productId] ?? goodsPrice) === goodsPrice,
  ],
  ['price', isDiscountAllowed],
  ['numberUsed', isFresh],
];

/** Takes an order to the cashier after checking both signatures, the product and its price. */
export function presentVirtualPayment(request: VirtualRequest, parts: PresentParts): Presented {
  const data = parseSignData(request.signData);
  if (!data) return failure('signData');
  const failed = CHECKS.find(([, holds]) => !holds(data, request, parts));
  if (failed) return failure(failed[0]);
  if (!parts.book.find(data.outTradeNo)) {
    parts.book.save(newPayment(data, request.openid, parts), '用户打开虚拟支付收银台');
  }
  return { outTradeNo: data.outTradeNo };
}

/** `activitySellingPrice` takes the place of the price, and is at least 40 % of it (`wx.requestVirtualPayment`). */
function isDiscountAllowed({ goodsPrice, activitySellingPrice = goodsPrice }: SignData): boolean {
  return activitySellingPrice <= goodsPrice && activitySellingPrice * 10 >= goodsPrice * 4;
}

const amountOf = ({ goodsPrice, activitySellingPrice = goodsPrice, buyQuantity }: SignData) =>
  activitySellingPrice * buyQuantity;

/** A number is used up by an order of anybody else, of other goods, or one that is no longer unpaid. */
function isFresh(
  data: SignData,
  { openid }: VirtualRequest,
  { book, reuse }: PresentParts,
): boolean {
  const known = book.find(data.outTradeNo);
  if (!known) return true;
  const same =
    known.openid === openid &&
    known.amount === amountOf(data) &&
    known.channel === 'virtualPay' &&
    known.productId === data.productId;
  return reuse === 'allowUnpaid' && same && known.state === 'NOTPAY';
}

function parseSignData(text: string): SignData | undefined {
  try {
    const data = JSON.parse(text) as SignData;
    const texts = [data.offerId, data.currencyType, data.productId, data.outTradeNo, data.attach];
    const { buyQuantity, goodsPrice, activitySellingPrice = goodsPrice } = data;
    const numbers = [buyQuantity, goodsPrice, activitySellingPrice];
    const fits =
      texts.every((value) => typeof value === 'string') &&
      numbers.every((value) => Number.isSafeInteger(value) && value > 0) &&
      [0, 1].includes(data.env);
    return fits ? data : undefined;
  } catch {
    return undefined;
  }
}

function newPayment(
  data: SignData,
  openid: string,
  { book, pushTo }: PresentParts,
): VirtualPayment {
  return {
    outTradeNo: data.outTradeNo,
    channel: 'virtualPay',
    openid,
    description: data.productId,
    amount: amountOf(data),
    attach: data.attach,
    state: 'NOTPAY',
    createdAt: book.clock.now(),
    refundedAmount: 0,
    ...(pushTo && { notify: pushTo }),
    productId: data.productId,
    quantity: data.buyQuantity,
    env: data.env,
    wxOrderId: `wx${randomHex(14)}`,
    timeline: [],
  };
}

function failure(name: ErrorName): { errCode: number; errMsg: string } {
  const [errCode, text] = ERRORS[name];
  return { errCode, errMsg: `requestVirtualPayment:fail ${text}` };
}
