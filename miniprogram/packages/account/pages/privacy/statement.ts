/** What the shop tells people about their data; WeChat's own form of it opens by `wx.openPrivacyContract`. */
export const statement = [
  {
    title: '我们保存什么',
    text: '微信给小程序的匿名标识、你填写的昵称与头像、订单与退款、学习进度、你发表的内容。邮箱和用户名只在你填写后保存，密码只保存不可还原的摘要。',
  },
  {
    title: '用来做什么',
    text: '提供课程、支付与退款、同步进度、通知你订单和回复。不用于广告，不出售给任何人。',
  },
  {
    title: '谁能看到',
    text: '讲师能看到购买自己课程的学员昵称和学习进度；经好友分享的链接购买时，好友能看到所买课程与实付金额，看不到你是谁。你发表的评论对所有人可见。数据保存在店主自己的微信云开发环境里。',
  },
  {
    title: '你可以怎么做',
    text: '随时修改资料、删除自己的评论、导出全部数据或注销账号。注销后个人信息会被删除；依法需要保留的交易记录会去除身份后保存。',
  },
] as const;
