import type { Me } from '../../../../lib/session';
import type { CouponForm } from './couponForm';

type Choices<Value extends string> = readonly { readonly value: Value; readonly word: string }[];

export const KINDS: Choices<CouponForm['kind']> = [
  { value: 'fixed', word: '立减' },
  { value: 'percent', word: '打折' },
];

export const HANDOUTS: Choices<CouponForm['handout']> = [
  { value: 'listed', word: '店内公开领取' },
  { value: 'link', word: '仅凭分享链接领取' },
];

const ALL_SCOPES: Choices<CouponForm['scope']> = [
  { value: 'course', word: '指定课程' },
  { value: 'category', word: '指定分类' },
  { value: 'membership', word: '会员套餐' },
  { value: 'all', word: '全店' },
];

const ALL_FUNDERS: Choices<CouponForm['fundedBy']> = [
  { value: 'shared', word: '讲师与平台按分成' },
  { value: 'platform', word: '平台承担' },
];

/** What someone of a role may choose; a teacher makes coupons for courses of their own, borne together. */
export const choicesFor = (role: Me['role']) => ({
  scopes: role === 'admin' ? ALL_SCOPES : ALL_SCOPES.slice(0, 1),
  funders: role === 'admin' ? ALL_FUNDERS : ALL_FUNDERS.slice(0, 1),
});
