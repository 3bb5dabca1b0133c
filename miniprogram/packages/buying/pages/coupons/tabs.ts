import type { Choice } from '../../../../components/filter-bar/index';
import type { Answer } from '../../../../lib/call';
import { couponView } from '../../../../lib/couponWords';

type Own = Extract<Answer<'getOffers'>, { kind: 'coupons' }>['mine'][number];

export type Tab = 'usable' | 'used' | 'expired';

export const TABS: readonly Choice<Tab>[] = [
  { value: 'usable', word: '可使用' },
  { value: 'used', word: '已使用' },
  { value: 'expired', word: '已过期' },
];

/** The tab a coupon is under; a used one stays used when its time is over. */
const tabOf = ({ state, expired }: Own): Tab => {
  if (state === 'used') return 'used';
  return expired ? 'expired' : 'usable';
};

const NOTES: Readonly<Record<Own['state'], string>> = {
  asked: '正在领取，稍后刷新查看',
  claimed: '',
  reserved: '已用在一笔订单里',
  used: '',
};

/** A coupon of one's own as the list shows it. */
const ownView = (coupon: Own) => ({
  ...couponView(coupon),
  tab: tabOf(coupon),
  note: coupon.expired ? '' : NOTES[coupon.state],
  ready: coupon.state === 'claimed' && !coupon.expired,
});

export type OwnView = ReturnType<typeof ownView>;

/** All coupons of one's own by tab. */
export const byTab = (coupons: readonly Own[]): Record<Tab, OwnView[]> => {
  const views = coupons.map(ownView);
  const of = (wanted: Tab) => views.filter(({ tab }) => tab === wanted);
  return { usable: of('usable'), used: of('used'), expired: of('expired') };
};
