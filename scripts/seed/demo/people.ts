/** The people of the demo shop. Openids with `Local` in them can be chosen beside the phone. */
export const PEOPLE = [
  {
    openid: 'oLocalAdmin',
    role: 'admin',
    nickname: '店长阿宁',
    introduction: '「知行小课」的店长，负责选题和排期。',
  },
  {
    openid: 'oLocalSecondAdmin',
    role: 'admin',
    nickname: '会计小周',
    introduction: '「知行小课」的会计：凡是动到钱的决定，都由她再看一遍。',
  },
  {
    openid: 'oLocalTeacher',
    role: 'teacher',
    nickname: '林知远',
    introduction:
      '前大厂架构师，写了十二年代码，做过三款百万用户的小程序。喜欢把复杂的东西讲简单，相信「能讲给新人听懂，才算真懂」。',
  },
  {
    openid: 'oDemoTeacherSu',
    role: 'teacher',
    nickname: '苏晚晴',
    introduction:
      '独立摄影师、插画师，作品见于《孤独星球》与多家城市杂志。教过三千多名零基础学员，口头禅是「先拍一百张再说」。',
  },
  { openid: 'oLocalLearner', role: 'learner', nickname: '小满', introduction: '' },
  { openid: 'oDemoLearnerA', role: 'learner', nickname: '南风过境', introduction: '' },
  { openid: 'oDemoLearnerB', role: 'learner', nickname: '阿哲想转行', introduction: '' },
  { openid: 'oDemoLearnerC', role: 'learner', nickname: '三七的妈妈', introduction: '' },
] as const;
