import { NO_FLOOR, STRICTEST, type Floor } from '../pricing/floor';
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
  /** The least a payment may be. */
  readonly floor: Floor;
  readonly source: string;
};

/** cloudPay.unifiedOrder: totalFee is a whole number of fen above zero. */
const ONE_FEN: Floor = { least: 1, leastOfList: 0 };

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
    floor: ONE_FEN,
    source: 'cloudPay.unifiedOrder: totalFee is a whole number of fen above zero',
  },
  {
    platforms: PHONES,
    goods: 'virtual',
    from: Date.parse('2026-04-01T00:00:00+08:00'),
    provider: 'virtualPay',
    floor: { least: 1, leastOfList: STRICTEST.leastOfList },
    source:
      'virtual-payment: virtual goods in a mini-program must be bought through virtual payment; all terminals by 2026-04-01 (notice of 2026-02-27)',
  },
  {
    platforms: ['ios'],
    goods: 'virtual',
    from: Date.parse('2026-04-01T00:00:00+08:00'),
    provider: 'virtualPay',
    floor: STRICTEST,
    source: 'virtual-payment/ios: at least 1 yuan on iOS',
  },
  {
    platforms: PHONES,
    goods: 'service',
    from: ALWAYS,
    provider: 'cloudPay',
    floor: ONE_FEN,
    source: 'cloudPay.unifiedOrder: for what is not virtual goods',
  },
  {
    platforms: ['devtools'],
    goods: 'virtual',
    from: ALWAYS,
    provider: 'cloudPay',
    floor: ONE_FEN,
    source:
      'requestVirtualPayment has no simulator: the tools and the local browser pay by cloudPay',
  },
  {
    platforms: ['devtools'],
    goods: 'service',
    from: ALWAYS,
    provider: 'cloudPay',
    floor: ONE_FEN,
    source: 'cloudPay.unifiedOrder works in the developer tools',
  },
];

type Buying = { readonly platform: Platform; readonly goods: Goods; readonly now: number };

/** The rule for buying somewhere now, whatever it costs. */
const ruleFor = ({ platform, goods, now }: Buying): Route | undefined =>
  ROUTES.filter(
    (route) => route.platforms.includes(platform) && route.goods === goods && route.from <= now,
  ).at(-1);

/** The least that may be paid there now; nothing where there is no way to pay. */
export const floorAt = (buying: Buying): Floor => ruleFor(buying)?.floor ?? NO_FLOOR;

/** The rule for a payment now, amount in fen; undefined when none allows it. */
export const routeFor = ({
  amount,
  ...buying
}: Buying & { readonly amount: number }): Route | undefined => {
  const rule = ruleFor(buying);
  return rule && amount >= rule.floor.least ? rule : undefined;
};
