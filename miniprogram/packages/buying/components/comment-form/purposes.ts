/** What one can write about a course, and the words around the field. */
export const purposes = {
  comment: { title: '写评论', hint: '说说你的想法', send: '发布' },
  question: { title: '向讲师提问', hint: '把问题说具体些，讲师更容易帮到你', send: '提交问题' },
  rating: { title: '评价课程', hint: '课程哪里对你有帮助？', send: '提交评价' },
  reply: { title: '回复', hint: '写下你的回复', send: '回复' },
  edit: { title: '修改', hint: '', send: '保存' },
} as const;

export type Purpose = keyof typeof purposes;
