import type { Platform } from '../orders/contract';
import type { Provider } from '../orders/routes';

/** Who can begin a refund: the shop at its provider, or only Apple, whom the buyer must ask. */
export type RefundDecider = 'shop' | 'apple';

/**
 * Where it is not the shop. virtual-payment/ios: refunds of what was paid on an iPhone are decided by Apple; a developer
 * cannot begin one and hears of it by `xpay_refund_notify` (V4).
 */
const NOT_THE_SHOP: Readonly<Record<Provider, Partial<Record<Platform, RefundDecider>>>> = {
  cloudPay: {},
  virtualPay: { ios: 'apple' },
};

/** Who decides on refunds of what was paid so; `platform` is absent on orders from before it was kept. */
export const refundDeciderOf = (payment: {
  readonly provider: Provider | undefined;
  readonly platform: Platform | undefined;
}): RefundDecider => {
  const { provider, platform } = payment;
  return (provider && platform && NOT_THE_SHOP[provider][platform]) ?? 'shop';
};

/** How a buyer asks Apple for money back, step by step. */
export const ASKING_APPLE = [
  '用浏览器打开 reportaproblem.apple.com，登录付款时用的 Apple 账户',
  '点“我想要”，选择“申请退款”，再选原因',
  '在购买记录里选中这一笔，提交',
  '由苹果审核，一般 48 小时内有结果；退款成功后，所购内容会自动关闭',
] as const;
