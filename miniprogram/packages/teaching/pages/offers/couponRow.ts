import type { CouponRow } from '../../../../../shared/offers/contract';
import { couponView } from '../../../../lib/couponWords';

type Label = { readonly word: string; readonly look: string };

const LABELS = {
  stopped: { word: '已停发', look: '' },
  over: { word: '已结束', look: '' },
  gone: { word: '已领完', look: 'chip--brand' },
  soon: { word: '未开始', look: '' },
  listed: { word: '店内可领', look: 'chip--success' },
  link: { word: '凭链接领', look: 'chip--success' },
} as const satisfies Record<string, Label>;

type State = keyof typeof LABELS;

const stateOf = ({ handout, from, to, claimed, stock }: CouponRow, now: number): State => {
  if (to <= now) return 'over';
  if (handout === 'stopped') return 'stopped';
  if (claimed >= stock) return 'gone';
  return from > now ? 'soon' : handout;
};

const FUNDERS: Readonly<Record<CouponRow['fundedBy'], string>> = {
  shared: '讲师与平台按分成承担',
  platform: '平台承担',
};

const STILL_OPEN: readonly State[] = ['listed', 'link', 'soon', 'gone'];

/** A coupon as those who manage it see it. */
export const couponRow = (coupon: CouponRow, now: number = Date.now()) => {
  const state = stateOf(coupon, now);
  return {
    ...couponView(coupon),
    label: LABELS[state] as Label,
    counts: `已领 ${coupon.claimed} / ${coupon.stock} · 每人 ${coupon.perUser} 张`,
    funder: FUNDERS[coupon.fundedBy],
    stoppable: STILL_OPEN.includes(state),
    resumable: state === 'stopped',
    shareable: state === 'listed' || state === 'link',
  };
};

export type ShownCoupon = ReturnType<typeof couponRow>;
