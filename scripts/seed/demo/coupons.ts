import type { Coupon } from '../../../server/offers/coupon';
import { fen } from '../../../shared/money';
import { categoryIdOf, demoId, personId } from './demoIds';

const DAY_MS = 24 * 60 * 60 * 1000;

type DemoCoupon = Pick<Coupon, 'title' | 'worth' | 'scope' | 'minimum' | 'stock' | 'perUser'> & {
  readonly key: string;
};

/** The coupons of the demo shop, all of them listed. */
const COUPONS: readonly DemoCoupon[] = [
  {
    key: 'newcomer',
    title: '新人立减 20 元',
    worth: { kind: 'fixed', amount: fen(2000) },
    scope: { kind: 'all' },
    minimum: 6_000,
    stock: 500,
    perUser: 1,
  },
  {
    key: 'code',
    title: '编程课 85 折',
    worth: { kind: 'percent', percent: 15, atMost: fen(5000) },
    scope: { kind: 'category', ids: [categoryIdOf('coding')] },
    minimum: 0,
    stock: 200,
    perUser: 1,
  },
];

/** Every coupon of the demo shop, good for a season from when it opened. */
export const demoCoupons = (opened: number): Coupon[] =>
  COUPONS.map(({ key, ...coupon }) => ({
    _id: demoId('cpn', key),
    version: 1,
    ...coupon,
    from: opened,
    to: opened + 180 * DAY_MS,
    handout: 'listed',
    fundedBy: 'shared',
    madeBy: personId('oLocalAdmin'),
    madeAt: opened,
  }));
