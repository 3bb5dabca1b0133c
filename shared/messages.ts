/** What a user reads for each failure. The keys are the closed list of error codes of the whole product. */
export const messages = {
  INVALID_INPUT: '填写的内容有误，请检查后再试',
  NOT_LOGGED_IN: '请先登录',
  NOT_ALLOWED: '没有权限进行此操作',
  NOT_FOUND: '内容不存在或已被移除',
  RATE_LIMITED: '操作太频繁，请稍后再试',
  INTERNAL: '系统开小差了，请稍后再试',
  REQUEST_REUSED: '这个请求编号已用于别的操作，请重新提交',
  CHANGED_MEANWHILE: '内容刚刚被修改过，请刷新后再试',

  USERNAME_TAKEN: '这个用户名已被使用',
  USERNAME_FIXED: '用户名设定后不能更改',
  EMAIL_TAKEN: '这个邮箱已绑定其他账号',
  EMAIL_CODE_WRONG: '验证码不正确或已过期',
  MAIL_UNAVAILABLE: '邮件暂时发不出去，请稍后再试',
  LOGIN_FAILED: '用户名或密码不正确',
  CONTENT_REJECTED: '内容包含不适宜的信息，请修改后再提交',
  ACCOUNT_IN_USE: '账号还有未完成的订单、退款或讲师、管理员身份，暂时不能注销',

  CATEGORY_NOT_EMPTY: '该分类下还有课程，不能删除',
  CATEGORY_NAME_TAKEN: '已有同名分类',
  TOO_MANY_PLANS: '会员种类已达上限，请先下架不用的',
  SHARES_EXCEED_PRICE: '讲师分成与推广佣金合计不能超过 100%',
  COURSE_NOT_ON_SALE: '课程暂未开售',
  COURSE_NOT_READY: '请先补全课程封面、分类和至少一节课',
  PRICE_NOT_POSSIBLE:
    '优惠价须低于原价，且不低于原价的 40% 和 1 元；限时优惠的结束时间须晚于开始时间',
  COURSE_ALREADY_OWNED: '您已拥有该课程',
  COURSE_SOLD_OUT: '名额已满',
  FILE_NOT_ACCEPTED: '文件类型或大小不符合要求',
  FILE_NOT_UPLOADED: '文件尚未上传完成',

  NOT_ENROLLED: '购买后即可学习',
  COUPON_NOT_USABLE: '优惠券不可用',
  COUPON_GONE: '优惠券已领完',
  COUPON_LIMIT: '您已领取过该优惠券',
  CODE_NOT_USABLE: '兑换码不正确、已使用或已过期',
  GIFT_IS_YOURS: '这是您送出的礼物，请发给朋友领取',
  MEMBERSHIP_NOT_ON_SALE: '该会员套餐暂未开售',
  ORDER_CLOSING: '上一笔订单正在关闭，请稍后再试',
  ORDER_NOT_PAYABLE: '订单已不能支付',
  ORDER_NOT_CANCELLABLE: '订单已不能取消',
  PAYMENT_UNAVAILABLE: '当前设备暂不支持购买',
  PAYMENT_PROVIDER_BUSY: '支付服务繁忙，请稍后再试',

  REFUND_NOT_POSSIBLE: '该订单不能退款',
  REFUND_BY_APPLE: '这笔订单在 iPhone 上付款，退款由苹果决定，请向苹果申请',
  REFUND_TOO_MUCH: '退款金额超过可退金额',
  REFUND_ALREADY_DECIDED: '该退款已处理',
  REFUND_NEEDS_SECOND_PERSON: '不能审核自己发起的退款',

  PROPOSAL_EXISTS: '已有一项相同的提议在等待审批',
  PROPOSAL_NOT_OPEN: '这项提议已经处理过了',
  PROPOSAL_NOT_POSSIBLE: '情况已变化，不能这样处理',
  PROPOSAL_NEEDS_SECOND_PERSON: '需要另一位管理员审批',

  PAYEE_MISSING: '请先设置收款方式',
  PAYEE_TOO_NEW: '收款方式设置满 48 小时后才能提现',
  PAYEE_NOT_AVAILABLE: '本店暂不支持该收款方式',
  PAYOUT_NOT_SHAREABLE:
    '没有可以分账的订单：未冻结、已退款或超过分账期限的收入，请换用其他收款方式提现',
  PAYOUT_TOO_SMALL: '单次提现不少于 10 元',
  PAYOUT_TOO_MUCH: '提现金额超过可提现余额',
  PAYOUT_WHILE_OWING: '有已提现课程发生退款，待抵扣后才能提现',
  PAYOUT_ALREADY_DECIDED: '该笔提现已处理',
  PAYOUT_NEEDS_SECOND_PERSON: '需要另一位管理员处理',
  PAYOUT_STILL_UNDER_WAY: '该笔提现可能仍在付款中，暂不能撤回',

  ALREADY_RATED: '您已评价过该课程',
  COMMENT_TOO_DEEP: '不能回复这条内容',
} as const;

/** A fact that went wrong, in SCREAMING_SNAKE; declared by contracts, returned as a value, never thrown. */
export type ErrorCode = keyof typeof messages;
