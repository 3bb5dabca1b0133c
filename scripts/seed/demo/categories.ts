/** Categories of the demo shop, in the order they are shown; icons are names of TDesign's icon set. */
export const CATEGORIES = [
  {
    key: 'coding',
    name: '编程开发',
    description: '从写对第一行，到独立上线一个产品',
    icon: 'code',
  },
  {
    key: 'design',
    name: '影像与设计',
    description: '用镜头和画笔，把看见的变成作品',
    icon: 'camera',
  },
  { key: 'growth', name: '学习成长', description: '把时间花在会复利的事情上', icon: 'lightbulb' },
  { key: 'business', name: '副业与生意', description: '一个人，也能做成一门小生意', icon: 'shop' },
] as const;
