import { fen } from '../../../shared/money';
import { yuan } from '../../lib/format';

/** Yuan with its sign in front, as in `-¥3.50`. */
export const signedYuan = (amount: number): string =>
  amount < 0 ? `-${yuan(fen(-amount))}` : yuan(fen(amount));

const PROVIDERS: Readonly<Record<string, string>> = {
  cloudPay: '微信支付',
  virtualPay: '虚拟支付',
  free: '免费',
};

/** What an admin calls a payment provider. */
export const providerWord = (provider: string): string => PROVIDERS[provider] ?? provider;

const HEARD_FROM: Readonly<Record<string, string>> = {
  callback: '支付通知',
  query: '主动查询',
  bill: '每日账单',
  free: '免费订单',
};

/** How a payment became known. */
export const heardFromWord = (source: string): string => HEARD_FROM[source] ?? source;

const BY: Readonly<Record<string, string>> = {
  learner: '学员',
  teacher: '讲师',
  earner: '收款人',
  admin: '管理员',
  timer: '系统',
  wechat: '微信',
  rule: '系统',
};

/** Who took a step. */
export const byWord = (by: string): string => BY[by] ?? by;
