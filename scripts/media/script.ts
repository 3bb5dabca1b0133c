import type { documentPage } from './pages';

/** What is said and shown in the demo media. One entry of `slides` is about eight seconds of video. */
type Slide = { readonly heading: string; readonly points: readonly string[]; readonly say: string };

export const VIDEOS: Readonly<
  Record<string, { scene: string; course: string; slides: readonly Slide[] }>
> = {
  'typescript-1': {
    scene: 'typescript',
    course: 'TypeScript 从入门到上线',
    slides: [
      {
        heading: '为什么大项目都在用 TypeScript',
        points: ['改一个字段，会碰到多少地方？'],
        say: '大家好，我是林知远。今天我们聊一个问题：为什么大项目，都在用 TypeScript。',
      },
      {
        heading: '类型是写给同事的说明书',
        points: ['参数是什么', '会返回什么', '可能怎么失败'],
        say: '类型，首先是写给同事的说明书。参数是什么，会返回什么，可能怎么失败，一目了然。',
      },
      {
        heading: '编译器是不睡觉的同事',
        points: ['漏掉一种情况，编译不过'],
        say: '其次，编译器是一位不睡觉的同事。你漏掉一种情况，它就不让你上线。',
      },
      {
        heading: '下一节：让类型替你写文档',
        points: ['打开编辑器，跟我一起写'],
        say: '下一节，我们打开编辑器，让类型替你写文档。',
      },
    ],
  },
  'typescript-2': {
    scene: 'typescript',
    course: 'TypeScript 从入门到上线',
    slides: [
      {
        heading: '让类型替你写文档',
        points: ['先写类型，再写函数'],
        say: '这一节，我们先写类型，再写函数。',
      },
      {
        heading: '三个问题',
        points: ['它需要什么', '它保证什么', '它可能拒绝什么'],
        say: '每写一个函数，先问三个问题：它需要什么，它保证什么，它可能拒绝什么。',
      },
      {
        heading: '练习',
        points: ['把一个返回 any 的函数改写'],
        say: '课后练习，找一个返回任意类型的函数，把它改写清楚。',
      },
    ],
  },
  'cloudbase-1': {
    scene: 'cloudbase',
    course: '小程序云开发实战',
    slides: [
      {
        heading: '云开发能做什么',
        points: ['函数、数据库、存储、支付'],
        say: '云开发给你四样东西：函数、数据库、存储，还有支付。',
      },
      {
        heading: '它不能做什么',
        points: ['长连接', '超过一分钟的计算'],
        say: '它不擅长长连接，也不适合超过一分钟的计算。',
      },
      {
        heading: '我们要做的小店',
        points: ['一个周末，从零到上线'],
        say: '接下来的一个周末，我们从零开始，做一家能收款的小店。',
      },
    ],
  },
  'first-product-1': {
    scene: 'first-product',
    course: '程序员的第一堂产品课',
    slides: [
      {
        heading: '先找到一个愿意等你的人',
        points: ['不是一类人，是一个人'],
        say: '做产品的第一步，不是写代码，是先找到一个愿意等你的人。',
      },
      {
        heading: '他现在怎么办？',
        points: ['表格、微信群、还是忍着'],
        say: '问问他，现在这件事是怎么解决的。用表格，用微信群，还是干脆忍着。',
      },
      {
        heading: '今天的作业',
        points: ['写下他的名字'],
        say: '今天的作业只有一件事：写下他的名字。',
      },
    ],
  },
  'architecture-1': {
    scene: 'architecture',
    course: '架构师小班',
    slides: [
      {
        heading: '从一次线上事故说起',
        points: ['凌晨两点，订单全部支付成功', '没有一个人看得到课'],
        say: '凌晨两点，订单全部支付成功，可是没有一个人，看得到课程。',
      },
      {
        heading: '问题不在代码里',
        points: ['在边界里'],
        say: '我们查了三个小时，问题不在任何一行代码里，而在边界里。',
      },
    ],
  },
  'photography-1': {
    scene: 'photography',
    course: '手机摄影：光线与构图',
    slides: [
      {
        heading: '一天里最好的两个小时',
        points: ['日出后一小时', '日落前一小时'],
        say: '一天里最好的光，只有两个小时：日出后的一小时，和日落前的一小时。',
      },
      {
        heading: '为什么',
        points: ['光斜着来，万物都有影子'],
        say: '因为这时候光是斜的，每一样东西，都有了自己的影子。',
      },
    ],
  },
  'illustration-1': {
    scene: 'illustration',
    course: '城市速写',
    slides: [
      {
        heading: '从一家早餐铺开始',
        points: ['先画招牌，再画蒸汽'],
        say: '我们从楼下那家早餐铺开始。先画招牌，再画蒸汽。',
      },
      {
        heading: '线可以歪',
        points: ['歪的线，才像你画的'],
        say: '线可以歪。歪的线，才像是你画的。',
      },
    ],
  },
};

export const AUDIOS: Readonly<Record<string, string>> = {
  'first-product-qa':
    '有同学问，定价定高了怎么办。我的建议是，先别急着降价。去问问没有买的人，是觉得贵，还是觉得用不上。用不上的人，降到一块钱，他也不会买。',
  'focus-1':
    '欢迎来到深度专注训练营。请先闭上眼睛，想一想，今天你拿起手机多少次。不用自责，从明天起，我们一起，把时间一点一点拿回来。',
  'bedtime-1':
    '今晚的概念，叫沉没成本。你买了一张电影票，看了二十分钟，发现很难看。要不要走？票钱已经花了，走和不走，它都回不来。真正要问的是，接下来的一个半小时，你想怎么过。',
  'bedtime-2':
    '今晚的概念，叫复利。每天进步一点点，听上去很慢。可是一年之后，你会发现，慢慢来，比较快。',
};

export const DOCUMENTS: Readonly<Record<string, Parameters<typeof documentPage>[0]>> = {
  'typescript-cheatsheet': {
    title: 'TypeScript 速查手册',
    sections: [
      [
        '收窄',
        [
          'typeof 判断原始类型',
          'in 判断字段',
          '可辨识联合：判断 status',
          '自定义守卫：返回 value is T',
        ],
      ],
      [
        '常用工具类型',
        ['Partial 与 Required', 'Pick 与 Omit', 'Record：键到值的表', 'ReturnType：函数的返回'],
      ],
      ['严格模式清单', ['strict', 'noUncheckedIndexedAccess', 'exactOptionalPropertyTypes']],
    ],
  },
  'cloudbase-checklist': {
    title: '小程序云开发上线检查清单',
    sections: [
      ['权限', ['所有集合禁止客户端读写', '付费内容设为私有', '定时函数与回调函数禁止客户端调用']],
      ['支付', ['金额与订单逐分核对', '回调可以重复处理', '定时任务主动查单']],
      ['体验', ['弱网下每个页面都有重试', '主包小于 1 MB']],
    ],
  },
  'sql-window': {
    title: 'SQL 面试：窗口函数十题（节选）',
    sections: [
      [
        '第 1 题 每个部门工资最高的人',
        ['用 rank() over(partition by dept order by salary desc)', '追问：并列时要几个人？'],
      ],
      ['第 2 题 连续登录三天的用户', ['日期减去行号，差相同即连续', '追问：跨月怎么办？']],
      ['第 3 题 每月累计销售额', ['sum(amount) over(order by month)', '追问：缺月份怎么补？']],
    ],
  },
};
