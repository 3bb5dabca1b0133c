import { randomHex } from '../../identifiers';

/** The service provider all cloudPay merchants are under; as in recorded production answers. */
export const PROVIDER = { appid: 'wxd2565e6a04246fd1', mch_id: '1800780001' };

/** An answer of the V2 interfaces, snake_case. */
export type PayAnswer = Record<string, unknown>;

/** What answers repeat of the request. */
export interface Merchant {
  appid: string;
  subMchId: string;
}

/** An accepted request: both codes SUCCESS, plus the business fields. */
export function success({ appid, subMchId }: Merchant, fields: PayAnswer = {}): PayAnswer {
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    ...PROVIDER,
    sub_appid: appid,
    sub_mch_id: subMchId,
    nonce_str: randomHex(8),
    sign: '',
    result_code: 'SUCCESS',
    ...fields,
  };
}

/** V2 error codes with WeChat Pay's own words. */
const REFUSALS = {
  LACK_PARAMS: '缺少参数',
  PARAM_ERROR: '参数错误',
  ORDERPAID: '该订单已支付',
  ORDERCLOSED: '该订单已关闭',
  ORDERNOTEXIST: '订单不存在',
  OUT_TRADE_NO_USED: '商户订单号重复',
  TRADE_STATE_ERROR: '订单状态错误',
  TRADE_OVERDUE: '订单已经超过退款期限',
  REFUNDNOTEXIST: '退款订单查询失败',
  REFUND_FEE_MISMATCH: '订单金额或退款金额与之前请求不一致，请核实后再试',
  REFUND_FEE_EXCEEDED: '累计退款金额大于支付金额',
  FREQUENCY_LIMITED: '频率限制',
  NOTENOUGH: '基本账户余额不足，请充值后重新发起',
  FROZEN: '订单资金待分账，请先完结分账',
  NO_SHARING: '订单不支持分账',
  SHARING_OFF: '没有分账权限',
  SHARED_ALREADY: '订单已完结分账，不能再次分账',
  NOT_READY: '订单处理中，请稍后再试',
  RECEIVER_UNKNOWN: '分账接收方不存在，请先添加分账接收方',
  SHARE_EXCEEDED: '分账金额超过最大分账比例或待分账余额',
  SHARING_CHANGED: '分账参数与原请求不一致',
  SHARING_NOT_EXIST: '分账单不存在',
  RECEIVER_INVALID: '分账接收方类型不正确，只能从商户接收方回退',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/**
 * A refused request. The SDK overwrites `errCode`, so only the words reach a function (cloud-protocol 2.11).
 */
export function refused(merchant: Merchant, code: RefusalCode, detail = ''): PayAnswer {
  const err_code_des = detail ? `${REFUSALS[code]}：${detail}` : REFUSALS[code];
  return success(merchant, { result_code: 'FAIL', err_code: code, err_code_des });
}

/** The trade fields of a request as text; numbers become decimal text. */
export function field(params: Record<string, unknown>, name: string): string {
  const value = params[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A whole number of fen above zero, or undefined. */
export function fen(params: Record<string, unknown>, name: string): number | undefined {
  const value = params[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
