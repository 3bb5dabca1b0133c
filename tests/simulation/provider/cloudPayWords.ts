/** Answers of cloudPay as they reach a function: V2 fields in camelCase (cloud reference, 2.11). */
export type Answer = Readonly<Record<string, unknown>>;

const REFUSALS = {
  ORDERPAID: '该订单已支付',
  ORDERCLOSED: '该订单已关闭',
  ORDERNOTEXIST: '订单不存在',
  OUT_TRADE_NO_USED: '商户订单号重复',
  TRADE_STATE_ERROR: '订单状态错误',
  REFUNDNOTEXIST: '退款订单查询失败',
  REFUND_FEE_MISMATCH: '订单金额或退款金额与之前请求不一致，请核实后再试',
  REFUND_FEE_EXCEEDED: '累计退款金额大于支付金额',
  FROZEN: '订单资金待分账，请先完结分账',
  NO_SHARING: '订单不支持分账',
  SHARED_ALREADY: '订单已完结分账，不能再次分账',
  SHARE_EXCEEDED: '分账金额超过最大分账比例或待分账余额',
  SHARING_NOT_EXIST: '分账单不存在',
  FREQUENCY_LIMITED: '频率限制',
} as const;

/** Both codes say yes. */
export const accepted = (fields: Answer = {}): Answer => ({
  errCode: 0,
  errMsg: 'ok',
  returnCode: 'SUCCESS',
  returnMsg: 'OK',
  resultCode: 'SUCCESS',
  ...fields,
});

/** Understood and refused: only the words reach a function. */
export const refused = (code: keyof typeof REFUSALS): Answer =>
  accepted({ resultCode: 'FAIL', errCodeDes: REFUSALS[code] });

/** `errCode` 0, and yet nothing was dealt with (C6). */
export const notDealtWith = (): Answer => ({
  errCode: 0,
  errMsg: 'ok',
  returnCode: 'FAIL',
  returnMsg: '系统繁忙',
});

/** There is no such bill, or not yet. */
export const noBill = (words: 'No Bill Exist' | 'Bill Creating'): Answer => ({
  errCode: 0,
  errMsg: 'ok',
  returnCode: 'FAIL',
  returnMsg: words,
});

const BEIJING_MS = 8 * 60 * 60 * 1000;

/** `yyyyMMddHHmmss` in Beijing. */
export const stamp = (ms: number): string =>
  new Date(ms + BEIJING_MS).toISOString().replace(/[-:T]/g, '').slice(0, 14);

/** The moment of such a stamp, epoch ms. */
export const moment = (text: string): number => {
  const [year, month, day, hour, minute, second] = [0, 4, 6, 8, 10, 12].map((at, index) =>
    Number(text.slice(at, index === 0 ? 4 : at + 2)),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) - BEIJING_MS;
};
