import type { Platform } from './contract';

/** What is sold, as WeChat's rules see it: courses and memberships are virtual goods. */
export type Goods = 'virtual' | 'service';
export type Provider = 'cloudPay' | 'virtualPay';

type Route = {
  readonly platforms: readonly Platform[];
  readonly goods: Goods;
  /** The first moment of the rule, epoch ms. */
  readonly from: number;
  readonly provider: Provider;
  /** The least a payment may be, in fen. */
  readonly floor: number;
  readonly source: string;
};

const ALWAYS = 0;
const PHONES = ['ios', 'android', 'ohos', 'windows', 'mac'] as const satisfies Platform[];

/**
 * Which provider takes the money. The last rule that has begun wins; change a date or add a row here when WeChat
 * changes its mind, and nowhere else.
 */
export const ROUTES: readonly Route[] = [
  {
    platforms: PHONES,
    goods: 'virtual',
    from: ALWAYS,
    provider: 'cloudPay',
    floor: 1,
    source: 'cloudPay.unifiedOrder: totalFee is a whole number of fen above zero',
  },
  {
    platforms: PHONES,
    goods: 'virtual',
    from: Date.parse('2026-04-01T00:00:00+08:00'),
    provider: 'virtualPay',
    floor: 1,
    source:
      'virtual-payment: virtual goods in a mini-program must be bought through virtual payment; all terminals by 2026-04-01 (notice of 2026-02-27)',
  },
  {
    platforms: ['ios'],
    goods: 'virtual',
    from: Date.parse('2026-04-01T00:00:00+08:00'),
    provider: 'virtualPay',
    floor: 100,
    source: 'virtual-payment/ios: at least 1 yuan on iOS',
  },
  {
    platforms: PHONES,
    goods: 'service',
    from: ALWAYS,
    provider: 'cloudPay',
    floor: 1,
    source: 'cloudPay.unifiedOrder: for what is not virtual goods',
  },
  {
    platforms: ['devtools'],
    goods: 'virtual',
    from: ALWAYS,
    provider: 'cloudPay',
    floor: 1,
    source:
      'requestVirtualPayment has no simulator: the tools and the local browser pay by cloudPay',
  },
  {
    platforms: ['devtools'],
    goods: 'service',
    from: ALWAYS,
    provider: 'cloudPay',
    floor: 1,
    source: 'cloudPay.unifiedOrder works in the developer tools',
  },
];

/** The rule for a payment now; undefined when none allows it. */
export const routeFor = (payment: {
  readonly platform: Platform;
  readonly goods: Goods;
  /** Fen. */
  readonly amount: number;
  readonly now: number;
}): Route | undefined => {
  const rule = ROUTES.filter(
    ({ platforms, goods, from }) =>
      platforms.includes(payment.platform) && goods === payment.goods && from <= payment.now,
  ).at(-1);
  return rule && payment.amount >= rule.floor ? rule : undefined;
};
