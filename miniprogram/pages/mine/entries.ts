import type { Role } from '../../../shared/accounts/roles';
import { pages } from '../../lib/navigate';

export type Entry = { icon: string; word: string; page: string; badge?: boolean };
type Group = {
  title: string;
  for: readonly Role[];
  /** Only where the shop pays for bringing buyers. */
  withAffiliates?: boolean;
  entries: readonly Entry[];
};

const everyone: readonly Role[] = ['learner', 'teacher', 'admin'];

/** What leads on from 我的, and for whom. */
export const groups: readonly Group[] = [
  {
    title: '',
    for: everyone,
    entries: [
      { icon: 'notification', word: '消息', page: pages.notices, badge: true },
      { icon: 'ticket', word: '我的优惠券', page: pages.coupons },
      { icon: 'gift', word: '兑换课程', page: pages.redeem },
      { icon: 'user', word: '账号与安全', page: pages.account },
      { icon: 'secured', word: '隐私与数据', page: pages.privacy },
    ],
  },
  {
    title: '',
    for: ['learner'],
    withAffiliates: true,
    entries: [{ icon: 'wallet', word: '推广佣金', page: pages.earnings }],
  },
  {
    title: '讲师中心',
    for: ['teacher', 'admin'],
    entries: [
      { icon: 'education', word: '我的授课', page: pages.teaching },
      { icon: 'bill', word: '课程订单', page: pages.teacherOrders },
      { icon: 'help-circle', word: '学员提问', page: pages.teacherQuestions },
      { icon: 'rollback', word: '退款审核', page: pages.teacherRefunds },
      { icon: 'wallet', word: '我的收益', page: pages.earnings },
      { icon: 'ticket', word: '优惠券', page: pages.offers },
    ],
  },
  {
    title: '店铺管理',
    for: ['admin'],
    entries: [
      { icon: 'shop', word: '店铺与分类', page: pages.shop },
      { icon: 'certificate', word: '会员与规则', page: pages.terms },
      { icon: 'gift', word: '兑换码', page: pages.redeemCodes },
      { icon: 'usergroup', word: '用户与角色', page: pages.users },
      { icon: 'chat', word: '评论审核', page: pages.moderation },
      { icon: 'money', word: '资金', page: pages.money },
    ],
  },
];

/** The groups someone of a role sees, in a shop with affiliates or without. */
export const groupsFor = (role: Role, hasAffiliates = false): Group[] =>
  groups.filter(
    ({ for: roles, withAffiliates = false }) =>
      roles.includes(role) && (!withAffiliates || hasAffiliates),
  );
