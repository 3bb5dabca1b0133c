/**
 * What must be true of the shop's money and rights. `always` holds at any committed instant, `quiet` once nothing is
 * under way any more. Ids are cited by tests and reports, so a number is never given to another sentence.
 */
export const INVARIANTS = {
  INV1: {
    kind: 'always',
    says: 'a paid order has opened what it bought; it is suspended only while a refund of the whole is under way',
    title: '已付款的订单都已开通权益',
  },
  INV2: {
    kind: 'always',
    says: 'a right that stands belongs to a paid order of the same person and item, or to a decision of two admins',
    title: '每项有效权益都有对应的已付款订单或双人审批',
  },
  INV3: {
    kind: 'always',
    says: 'a paid order has exactly one entry of its payment, over the amount agreed; an unpaid one has none',
    title: '订单与收款分录一一对应，金额一致',
  },
  INV4: {
    kind: 'always',
    says: 'the lines of every entry are safe integers, at least two, and sum to zero',
    title: '每笔分录借贷平衡',
  },
  INV5: {
    kind: 'always',
    says: 'what is kept beside the journal is its fold: the balances of teachers, what is left of memberships',
    title: '收益余额与会员余额等于分录累计',
  },
  INV6: {
    kind: 'always',
    says: 'no account is on its wrong side: nobody is owed less than nothing',
    title: '没有账户出现反向余额',
  },
  INV7: {
    kind: 'always',
    says: 'refunds that were neither rejected nor failed add up to what the order reserved, never more than was paid',
    title: '退款合计等于订单预留，且不超过实付',
  },
  INV8: {
    kind: 'always',
    says: 'a refund has the entries of its state, each once: approval, success, or an approval undone',
    title: '退款状态与分录一致',
  },
  INV9: {
    kind: 'quiet',
    says: 'no refund has been under way for more than a day without somebody being told; none is forgotten',
    title: '没有超过 24 小时无人处理的退款',
  },
  INV10: {
    kind: 'quiet',
    says: 'a provider never paid back more of an order than it took',
    title: '支付平台的退款不超过收款',
  },
  INV11: {
    kind: 'always',
    says: 'teacher and affiliate have of an order exactly the frozen share of what was paid and not returned; of a membership, of what was used up, by how long they were studied with',
    title: '讲师分成与推广佣金精确到分',
  },
  INV12: {
    kind: 'always',
    says: 'a teacher never has less than nothing, nor owes and has at once: payouts never exceed what matured',
    title: '付款不超过讲师已结算收入',
  },
  INV13: {
    kind: 'always',
    says: 'a payout has the entries of its state; what is in transit is the sum of the payouts under way',
    title: '付款状态与在途金额一致',
  },
  INV14: {
    kind: 'always',
    says: 'a course has as many seats taken as it has different holders, and no more than its cap',
    title: '名额数量与持有者一致，不超卖',
  },
  INV15: {
    kind: 'quiet',
    says: 'the holders of seats are exactly the orders that want one, by their current token',
    title: '名额持有者与订单一致',
  },
  INV16: {
    kind: 'quiet',
    says: 'a coupon is used exactly by a paid order and reserved exactly by an open one; its stock is kept by its claims',
    title: '优惠券状态与订单一致',
  },
  INV17: {
    kind: 'quiet',
    says: 'an order holds the lock of its person and item exactly while it may still be paid',
    title: '下单锁只由未付款订单持有',
  },
  INV18: {
    kind: 'quiet',
    says: 'no order waits for payment a day past its time, and none for a seat or a late decision more than an hour',
    title: '没有滞留的订单',
  },
  INV19: {
    kind: 'quiet',
    says: 'every payment at a provider is known to an order or waits for a person',
    title: '支付平台的每笔收款都有着落',
  },
  INV20: {
    kind: 'quiet',
    says: 'every paid order has its payment at the provider, unless it was free',
    title: '已付款订单在支付平台都有收款',
  },
  INV21: {
    kind: 'always',
    says: 'what is in suspense is exactly what open differences tell of',
    title: '待查款项与未决差异一致',
  },
  INV22: {
    kind: 'always',
    says: 'what is owed back to buyers is exactly the refunds under way',
    title: '应退款余额等于在途退款',
  },
  INV23: {
    kind: 'quiet',
    says: 'the journal of a provider agrees with its bill, day by day',
    title: '账本与支付平台账单逐日一致',
  },
  INV24: {
    kind: 'always',
    says: 'histories only grow, and every step in them is an edge of the machine',
    title: '状态历史完整且每一步合法',
  },
  INV25: {
    kind: 'always',
    says: 'list price less discounts is what was to be paid, never below nothing, and never changes',
    title: '成交价等于标价减优惠，且不再改变',
  },
  INV26: {
    kind: 'quiet',
    says: 'what an order or refund left to be done is done within the hour',
    title: '待办任务一小时内完成',
  },
  INV27: {
    kind: 'always',
    says: 'a membership is the fold of the orders that bought it: their days, from when they were paid',
    title: '会员期限等于购买记录累计',
  },
  INV28: {
    kind: 'always',
    says: 'every decision on money names who asked, why, and a second person who agreed',
    title: '资金操作均有申请人、原因与复核人',
  },
  INV29: {
    kind: 'always',
    says: 'the seals of past days agree with the journal and with each other',
    title: '每日封账链完整',
  },
  INV30: {
    kind: 'always',
    says: 'every document about money is of its schema',
    title: '资金文档格式正确',
  },
  INV31: {
    kind: 'always',
    says: 'nothing a client may read names the media of a paid lesson',
    title: '付费内容文件未暴露',
  },
  INV32: {
    kind: 'always',
    says: 'nobody earns from what they bought themselves, or brings a buyer to their own course',
    title: '没有自买自卖',
  },
  INV33: {
    kind: 'always',
    says: 'what is shared out of orders is the payout; each is shared once, with its own teacher, within the percentage it was frozen for',
    title: '分账只出自讲师自己的冻结订单，且不超过比例',
  },
  INV34: {
    kind: 'always',
    says: 'the study that a membership is divided by is no longer than the time that passed, and none counts that was not measured',
    title: '会员学习时长不超过实际时间',
  },
} as const satisfies Record<`INV${number}`, InvariantText>;

type InvariantText = {
  readonly kind: 'always' | 'quiet';
  /** For reports and reference pages. */
  readonly says: string;
  /** For the admin's pages. */
  readonly title: string;
};

export type InvariantId = keyof typeof INVARIANTS;

/** Every id, in order. */
export const INVARIANT_IDS = Object.keys(INVARIANTS) as InvariantId[];
