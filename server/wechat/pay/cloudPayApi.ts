import type { Sdk } from '../sdk';

/** What cloudPay answers: V2 fields in camelCase. `errCode` says nothing, for the SDK overwrites it with 0. */
export type CloudPayAnswer = Readonly<Record<string, unknown>>;

type Method =
  | 'unifiedOrder'
  | 'queryOrder'
  | 'closeOrder'
  | 'refund'
  | 'queryRefund'
  | 'downloadBill'
  | 'profitSharingAddReceiver'
  | 'profitSharing'
  | 'profitSharingQuery'
  | 'profitSharingFinish';

/** `cloud.cloudPay.*`; resolves on most failures too, so what it gives must be read field by field. */
export type CloudPayApi = Record<Method, (request: object) => Promise<CloudPayAnswer>>;

export const cloudPayApi = (cloud: Sdk): CloudPayApi =>
  (cloud as unknown as { cloudPay: CloudPayApi }).cloudPay;

/** Whether a call did what it was asked: both codes say so (C6). */
export const isSuccess = ({ returnCode, resultCode }: CloudPayAnswer): boolean =>
  returnCode === 'SUCCESS' && resultCode === 'SUCCESS';

/** Whether WeChat Pay understood the call and refused it, as opposed to not having dealt with it. */
export const isRefusal = ({ returnCode, resultCode }: CloudPayAnswer): boolean =>
  returnCode === 'SUCCESS' && resultCode === 'FAIL';

/** The words of a refusal: the only part of it that reaches a function (cloud reference, 2.11). */
export const wordsOf = ({ errCodeDes, returnMsg, errMsg }: CloudPayAnswer): string =>
  ([errCodeDes, returnMsg, errMsg].find((words) => typeof words === 'string' && words) as string) ??
  'no words';

/** WeChat Pay has no order of this number: nobody can have paid it. */
export const saysNoOrder = (answer: CloudPayAnswer): boolean =>
  isRefusal(answer) && /订单不存在|ORDER_?NOT_?EXIST/i.test(wordsOf(answer));

/** WeChat Pay has no refund of this number. */
export const saysNoRefund = (answer: CloudPayAnswer): boolean =>
  isRefusal(answer) && /退款订单查询失败|退款单?不存在|REFUND_?NOT_?EXIST/i.test(wordsOf(answer));

/** WeChat Pay has no sharing of this number. */
export const saysNoSharing = (answer: CloudPayAnswer): boolean =>
  isRefusal(answer) &&
  /分账单?不存在|记录不存在|(RESOURCE|RECORD|ORDER)_?NOT_?EXIST/i.test(wordsOf(answer));

/** Nothing happened on that day (20002). */
export const saysNoBill = (answer: CloudPayAnswer): boolean =>
  answer['returnCode'] === 'FAIL' && /No Bill Exist/i.test(wordsOf(answer));

/** The bill of a day is there from 10:00 of the next on (W21; 20002, or 20007 in other words). */
export const saysBillNotReady = (answer: CloudPayAnswer): boolean =>
  answer['returnCode'] === 'FAIL' && /Bill Creating|Bill.*Not.*Ready/i.test(wordsOf(answer));
