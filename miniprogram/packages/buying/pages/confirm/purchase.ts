import type { ItemKind } from '../../../../../shared/orders/contract';
import { call, type PhoneReply, type Refusal } from '../../../../lib/call';
import { messages } from '../../../../../shared/messages';

/** What is about to be bought, as the confirmation shows it. */
export type Purchase = {
  title: string;
  facts: string;
  cover: string;
  rule: string;
};

export type Found = { readonly ok: true; readonly data: Purchase } | Refusal;

const MEMBERSHIP_RULE = '会员开通后立即生效；如需退款，可在订单中申请，按已享用的天数审核。';

const ofCourse = (reply: PhoneReply<'getCourse'>): Found => {
  if (!reply.ok) return reply;
  const { title, teacher, lessonCount, cover = '', refundRule } = reply.data.course;
  const facts = `${teacher.nickname} · ${lessonCount} 节 · 永久有效`;
  return { ok: true, data: { title, facts, cover, rule: refundRule } };
};

const notOnSale: Refusal = {
  ok: false,
  code: 'MEMBERSHIP_NOT_ON_SALE',
  message: messages.MEMBERSHIP_NOT_ON_SALE,
};

const ofPlan = (reply: PhoneReply<'getMemberships'>, planId: string): Found => {
  if (!reply.ok) return reply;
  const plan = reply.data.plans.find((each) => each.planId === planId);
  if (!plan) return notOnSale;
  const { name, days } = plan;
  const facts = `有效期 ${days} 天`;
  return { ok: true, data: { title: name, facts, cover: '', rule: MEMBERSHIP_RULE } };
};

const finders: Record<ItemKind, (id: string) => Promise<Found>> = {
  course: async (courseId) => ofCourse(await call('getCourse', { courseId })),
  membership: async (planId) => ofPlan(await call('getMemberships', {}), planId),
};

/** Looks up what an item is and on which terms it is sold; its price is asked for apart. */
export const findPurchase = (kind: ItemKind, id: string): Promise<Found> => finders[kind](id);
