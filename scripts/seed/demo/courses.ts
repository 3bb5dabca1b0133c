import type { LessonKind } from '../../../shared/catalogue/contract';

export type DemoLesson = {
  readonly title: string;
  readonly kind: LessonKind;
  readonly minutes: number;
  readonly free?: true;
  /** A file of `media/`, or a text of `texts/`. */
  readonly file?: string;
  readonly text?: string;
};

export type DemoCourse = {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly category: string;
  readonly teacher: string;
  /** Fen. */
  readonly price: number;
  readonly memberFree?: true;
  readonly seatCap?: number;
  readonly chapters: readonly { readonly title: string; readonly lessons: readonly DemoLesson[] }[];
};

/** The courses of the demo shop; the introduction of each is `texts/<key>.md`, its cover `media/<key>.jpg`. */
export const COURSES: readonly DemoCourse[] = [
  {
    key: 'typescript',
    title: 'TypeScript 从入门到上线',
    subtitle: '五节课，写出编译器替你把关的代码',
    category: 'coding',
    teacher: 'oLocalTeacher',
    price: 19_900,
    chapters: [
      {
        title: '第一章 类型就是说明书',
        lessons: [
          {
            title: '为什么大项目都在用 TypeScript',
            kind: 'video',
            minutes: 1,
            free: true,
            file: 'typescript-1.mp4',
          },
          { title: '让类型替你写文档', kind: 'video', minutes: 1, file: 'typescript-2.mp4' },
          {
            title: '课后笔记：联合类型与可辨识联合',
            kind: 'article',
            minutes: 10,
            text: 'typescript-unions.md',
          },
        ],
      },
      {
        title: '第二章 上线之前',
        lessons: [
          { title: '严格模式逐项开', kind: 'article', minutes: 12, text: 'typescript-strict.md' },
          {
            title: '速查手册（可下载）',
            kind: 'document',
            minutes: 6,
            file: 'typescript-cheatsheet.pdf',
          },
        ],
      },
    ],
  },
  {
    key: 'cloudbase',
    title: '小程序云开发实战',
    subtitle: '不买服务器，一个周末上线自己的小店',
    category: 'coding',
    teacher: 'oLocalTeacher',
    price: 12_900,
    chapters: [
      {
        title: '第一章 先跑起来',
        lessons: [
          {
            title: '云开发能做什么，不能做什么',
            kind: 'video',
            minutes: 1,
            free: true,
            file: 'cloudbase-1.mp4',
          },
          {
            title: '数据库：一个文档装下一次读取',
            kind: 'article',
            minutes: 14,
            text: 'cloudbase-database.md',
          },
        ],
      },
      {
        title: '第二章 收到第一笔钱',
        lessons: [
          {
            title: '支付回调为什么会来十五次',
            kind: 'article',
            minutes: 15,
            text: 'cloudbase-callback.md',
          },
          { title: '上线检查清单', kind: 'document', minutes: 5, file: 'cloudbase-checklist.pdf' },
        ],
      },
    ],
  },
  {
    key: 'first-product',
    title: '程序员的第一堂产品课',
    subtitle: '免费公开课：把想法变成有人愿意用的东西',
    category: 'business',
    teacher: 'oLocalTeacher',
    price: 0,
    chapters: [
      {
        title: '从想法到第一个用户',
        lessons: [
          {
            title: '先找到一个愿意等你的人',
            kind: 'video',
            minutes: 1,
            free: true,
            file: 'first-product-1.mp4',
          },
          {
            title: '用一页纸写清楚你要做什么',
            kind: 'article',
            minutes: 8,
            text: 'first-product-onepage.md',
          },
          {
            title: '答疑录音：定价定高了怎么办',
            kind: 'audio',
            minutes: 1,
            file: 'first-product-qa.mp3',
          },
        ],
      },
    ],
  },
  {
    key: 'architecture',
    title: '架构师小班：拆一个真实系统',
    subtitle: '每期只收 30 人，逐个点评你的设计',
    category: 'coding',
    teacher: 'oLocalTeacher',
    price: 39_900,
    seatCap: 30,
    chapters: [
      {
        title: '第一周 画出边界',
        lessons: [
          {
            title: '从一次线上事故说起',
            kind: 'video',
            minutes: 1,
            free: true,
            file: 'architecture-1.mp4',
          },
          {
            title: '作业说明：画出你系统的三条边界',
            kind: 'article',
            minutes: 10,
            text: 'architecture-homework.md',
          },
        ],
      },
    ],
  },
  {
    key: 'photography',
    title: '手机摄影：光线与构图',
    subtitle: '口袋里的相机，拍出有呼吸感的照片',
    category: 'design',
    teacher: 'oDemoTeacherSu',
    price: 6_800,
    chapters: [
      {
        title: '第一章 看见光',
        lessons: [
          {
            title: '一天里最好的两个小时',
            kind: 'video',
            minutes: 1,
            free: true,
            file: 'photography-1.mp4',
          },
          { title: '逆光不可怕', kind: 'article', minutes: 9, text: 'photography-backlight.md' },
          {
            title: '构图练习：三十天清单',
            kind: 'article',
            minutes: 6,
            text: 'photography-thirty-days.md',
          },
        ],
      },
    ],
  },
  {
    key: 'illustration',
    title: '城市速写：用 iPad 画街角',
    subtitle: '四十分钟，画下你每天路过的地方',
    category: 'design',
    teacher: 'oDemoTeacherSu',
    price: 8_800,
    memberFree: true,
    chapters: [
      {
        title: '第一章 线条先松下来',
        lessons: [
          {
            title: '从一家早餐铺开始',
            kind: 'video',
            minutes: 1,
            free: true,
            file: 'illustration-1.mp4',
          },
          {
            title: '透视只要记住一件事',
            kind: 'article',
            minutes: 9,
            text: 'illustration-perspective.md',
          },
        ],
      },
    ],
  },
  {
    key: 'focus',
    title: '会员专享 · 深度专注训练营',
    subtitle: '二十一天，把被打断的时间拿回来',
    category: 'growth',
    teacher: 'oLocalTeacher',
    price: 9_900,
    memberFree: true,
    chapters: [
      {
        title: '第一周 清出一张桌子',
        lessons: [
          {
            title: '开营：你的注意力去哪了',
            kind: 'audio',
            minutes: 1,
            free: true,
            file: 'focus-1.mp3',
          },
          { title: '第一天的任务', kind: 'article', minutes: 5, text: 'focus-day1.md' },
        ],
      },
    ],
  },
  {
    key: 'solo-business',
    title: '电子书：一个人的软件生意',
    subtitle: '从第一单到月入五位数的十二个决定',
    category: 'business',
    teacher: 'oLocalTeacher',
    price: 3_900,
    chapters: [
      {
        title: '正文',
        lessons: [
          {
            title: '序：为什么是一个人',
            kind: 'ebook',
            minutes: 8,
            free: true,
            text: 'solo-business-preface.md',
          },
          { title: '第一章 先卖，再做', kind: 'ebook', minutes: 15, text: 'solo-business-1.md' },
          {
            title: '第二章 给钱的人和用的人',
            kind: 'ebook',
            minutes: 14,
            text: 'solo-business-2.md',
          },
        ],
      },
    ],
  },
  {
    key: 'bedtime',
    title: '睡前十分钟：听懂一个概念',
    subtitle: '闭上眼睛听，一天一个有用的念头',
    category: 'growth',
    teacher: 'oDemoTeacherSu',
    price: 5_900,
    chapters: [
      {
        title: '第一辑 关于选择',
        lessons: [
          {
            title: '沉没成本：那张不好看的电影票',
            kind: 'audio',
            minutes: 1,
            free: true,
            file: 'bedtime-1.mp3',
          },
          { title: '复利：慢慢来比较快', kind: 'audio', minutes: 1, file: 'bedtime-2.mp3' },
        ],
      },
    ],
  },
  {
    key: 'sql',
    title: 'SQL 面试五十题精讲',
    subtitle: '每题一页，面试前一晚也来得及',
    category: 'coding',
    teacher: 'oLocalTeacher',
    price: 2_990,
    chapters: [
      {
        title: '题库',
        lessons: [
          {
            title: '怎么用这份题库',
            kind: 'article',
            minutes: 4,
            free: true,
            text: 'sql-howto.md',
          },
          { title: '窗口函数十题', kind: 'document', minutes: 30, file: 'sql-window.pdf' },
        ],
      },
    ],
  },
];
