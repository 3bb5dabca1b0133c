import { fen, negate } from '../../../../../shared/money';
import type { Quote } from '../../../../../shared/offers/contract';
import { yuan } from '../../../../lib/format';

type Line = Quote['lines'][number];

/** `¥68.00`, and `−¥20.00` for what is taken off. */
const signed = (amount: number): string =>
  amount < 0 ? `−${yuan(negate(fen(amount)))}` : yuan(fen(amount));

const lineView = ({ kind, label, amount }: Line) => ({
  kind,
  label,
  money: signed(amount),
  off: amount < 0,
});

/** What the line of the coupon says: what it takes off, or what there would be. */
const couponWord = ({ lines, coupons, claimable }: Quote): { word: string; off: boolean } => {
  const taken = lines.find(({ kind }) => kind === 'coupon');
  if (taken) return { word: signed(taken.amount), off: true };
  if (coupons.some(({ amount }) => amount !== undefined)) return { word: '不使用', off: false };
  if (claimable.length) return { word: `${claimable.length} 张可领取`, off: true };
  return { word: coupons.length ? '暂无可用' : '没有优惠券', off: false };
};

/** A quote as the confirmation shows it: the coupon's line stands apart, as it can be tapped. */
export const priceView = (quote: Quote) => ({
  lines: quote.lines.filter(({ kind }) => kind !== 'coupon').map(lineView),
  coupon: couponWord(quote),
});

export type PriceView = ReturnType<typeof priceView>;
