import type { CouponCard } from '../../shared/offers/contract';
import { fen } from '../../shared/money';
import { day, shortYuan } from './format';

type Worth = CouponCard['worth'];

/** `8.5 折` is 15 percent off: shops name what is left, in tenths. */
const tenths = (percent: number): string => `${(100 - percent) / 10} 折`;

/** What a coupon takes off: `¥20`, or `8.5 折`. */
export const worthWord = (worth: Worth): string =>
  worth.kind === 'fixed' ? shortYuan(fen(worth.amount)) : tenths(worth.percent);

/** From which price on it can be used. */
export const conditionWord = ({ minimum }: Pick<CouponCard, 'minimum'>): string =>
  minimum > 0 ? `满 ${shortYuan(minimum)} 可用` : '无门槛';

/** Up to how much it takes off; empty for no limit but the price. */
export const limitWord = ({ worth }: Pick<CouponCard, 'worth'>): string =>
  worth.kind === 'percent' && worth.atMost ? `最多减 ${shortYuan(fen(worth.atMost))}` : '';

/** A coupon in a few letters: `满 ¥100 减 ¥20`, `立减 ¥20`, `满 ¥100 享 8.5 折`. */
export const couponInShort = ({
  minimum,
  worth,
}: Pick<CouponCard, 'minimum' | 'worth'>): string => {
  const verb = worth.kind === 'fixed' ? '减' : '享';
  const from = minimum > 0 ? `满 ${shortYuan(minimum)} ` : worth.kind === 'fixed' ? '立' : '';
  return `${from}${verb} ${worthWord(worth)}`;
};

type Scope = CouponCard['scope'];

const SCOPE_WORDS: {
  readonly [Kind in Scope['kind']]: (scope: Extract<Scope, { kind: Kind }>) => string;
} = {
  all: () => '全店通用',
  course: ({ ids }) => (ids.length > 1 ? `指定 ${ids.length} 门课程可用` : '指定课程可用'),
  category: ({ ids }) => (ids.length > 1 ? `指定 ${ids.length} 个分类可用` : '指定分类可用'),
  membership: () => '会员套餐可用',
};

/** What a coupon is good for. */
export const scopeWord = (scope: Scope): string =>
  (SCOPE_WORDS[scope.kind] as (scope: Scope) => string)(scope);

/** A coupon with its words, as every page shows it. */
export const couponView = <Coupon extends CouponCard>(coupon: Coupon) => ({
  ...coupon,
  worthWord: worthWord(coupon.worth),
  conditionWord: conditionWord(coupon),
  limitWord: limitWord(coupon),
  scopeWord: scopeWord(coupon.scope),
  periodWord: `${day(coupon.from)} 至 ${day(coupon.to)}`,
});

export type CouponView = ReturnType<typeof couponView>;
