import { standingSources } from '../../shared/access/rights';
import { coursePercent } from '../../shared/learning/study';
import { PAID_STATUSES } from '../../shared/orders/machine';
import { REFUNDABLE_MS, type RefundRule } from '../../shared/refunds/rule';
import { userBy } from '../caller';
import { lessonsOf, type Course } from '../catalogue/course';
import { one, type Database } from '../database';
import { summaryOf } from '../learning/progress';
import type { Order, PaidFacts } from '../orders/order';
import { orderBy } from '../orders/orders';
import { readShop } from '../shop/settings';

/** What the shop thinks of a refund that a buyer asked Apple for; Apple decides (V4). */
export type Opinion = {
  /** 0 let it be refunded, 1 refuse it. */
  readonly result_code: 0 | 1;
  readonly result_info: string;
  /** The facts it rests on, kept by WeChat for audits. */
  readonly evidence: string;
};

const DAY_MS = 24 * 60 * 60_000;

const refundable = (evidence: string): Opinion => ({
  result_code: 0,
  result_info: '建议退款',
  evidence,
});

const refused = (evidence: string): Opinion => ({
  result_code: 1,
  result_info: '拒绝退款',
  evidence,
});

/**
 * Answers Apple's enquiry from stored facts alone, in two round trips and without asking anybody, for there are three
 * seconds: the same rule as for refunds that buyers ask the shop for.
 */
export const opinionFor = async (db: Database, orderId: string, now: number): Promise<Opinion> => {
  const { order, settings } = await db.together({ order: orderBy(orderId), settings: readShop() });
  if (!isPaid(order))
    return refundable(order ? '订单没有有效的付款，或款项已在退回' : '没有这笔订单');
  if (order.reserved > 0) return refundable('买家已在店内申请退款');
  const used = await usageOf(db, order, now);
  if (!used.isOpen) return refundable('内容没有开通');
  return judged(settings?.refundRule, used, Math.floor((now - order.paid.at) / DAY_MS));
};

type PaidOrder = Order & { readonly paid: PaidFacts };

const isPaid = (order: Order | undefined): order is PaidOrder =>
  order?.paid !== undefined && PAID_STATUSES.some((status) => status === order.status);

const judged = (rule: RefundRule | undefined, { percent, words }: Usage, days: number): Opinion => {
  const facts = `付款后第 ${days} 天，${words}`;
  return isWithin(rule, { days, percent })
    ? refundable(`${facts}，符合店内退款规则`)
    : refused(`${facts}，超出购买页写明的退款规则`);
};

/** Without a rule of the shop's own only WeChat's limit counts. */
const isWithin = (
  rule: RefundRule | undefined,
  { days, percent }: { days: number; percent: number },
): boolean =>
  rule
    ? days <= rule.days && percent <= rule.maxPercent
    : days * DAY_MS <= REFUNDABLE_MS && percent === 0;

type Usage = { readonly isOpen: boolean; readonly percent: number; readonly words: string };

/** How much of what was bought has been used, as far as the server itself has seen. */
const usageOf = (db: Database, order: PaidOrder, now: number): Promise<Usage> | Usage =>
  order.item.kind === 'course' ? learned(db, order) : passed(order, now);

const learned = async (db: Database, { _id, openid, userId, item }: Order): Promise<Usage> => {
  const { user, study, course } = await db.together({
    user: userBy(openid),
    study: summaryOf(userId, item.id),
    course: one<Course>('courses', { _id: item.id }),
  });
  const lessonIds = course ? lessonsOf(course).map(({ lessonId }) => lessonId) : [];
  const { percent } = coursePercent(lessonIds, study?.percents ?? {});
  const opened = Object.keys(study?.percents ?? {}).length;
  return {
    isOpen: user !== undefined && standingSources(user.rights, item.id).includes(_id),
    percent,
    words: `课程已开通，已学 ${percent}%，打开过 ${opened} 课`,
  };
};

/** A membership is used up by days. */
const passed = ({ paid, days = 0 }: PaidOrder, now: number): Usage => {
  const gone = Math.min(days, Math.ceil((now - paid.at) / DAY_MS));
  const percent = days > 0 ? Math.floor((gone * 100) / days) : 0;
  return { isOpen: true, percent, words: `会员已开通，${days} 天已用 ${gone} 天` };
};
