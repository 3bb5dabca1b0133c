import { call, type Answer, type Question } from '../../../../lib/call';
import { ago } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { openPage, pages } from '../../../../lib/navigate';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';

type Row = Answer<'moderateComments'>['items'][number] & { readonly when: string };

const ENTRIES = [
  { page: pages.teacherRefunds, icon: 'rollback', word: '全部退款' },
  { page: pages.teacherOrders, icon: 'bill', word: '全部订单' },
];

/** Comments that wait for a person's look: shown, or hidden with a reason. And the ways to all refunds and orders. */
Page({
  ...listPage,

  data: {
    ...emptyList<Row>(),
    entries: ENTRIES,
    hiding: '',
    /** The comment whose decision is on its way. */
    deciding: '',
  },

  async fetch(cursor: string | undefined) {
    const reply = await call('moderateComments', { action: 'list', cursor });
    return shownAs(reply, (comment) => ({ ...comment, when: ago(comment.at) }));
  },

  onEntryTap({ currentTarget }: Tap<{ page: string }>) {
    openPage(currentTarget.dataset.page);
  },

  onCourseTap({ currentTarget }: Tap<{ courseId: string }>) {
    openPage(pages.course, currentTarget.dataset);
  },

  async onShowTap({ currentTarget }: Tap<{ commentId: string }>) {
    const { commentId } = currentTarget.dataset;
    await this.decide({ action: 'show', commentId }, commentId);
  },

  onHideTap({ currentTarget }: Tap<{ commentId: string }>) {
    this.setData({ hiding: currentTarget.dataset.commentId });
  },

  onSheetClose() {
    this.setData({ hiding: '' });
  },

  async onSheetSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const commentId = this.data.hiding;
    await this.decide({ action: 'hide', commentId, reason: detail.reason }, commentId);
  },

  async decide(question: Question<'moderateComments'>, commentId: string) {
    if (this.data.deciding) return;
    this.setData({ deciding: commentId });
    const reply = await call('moderateComments', question);
    this.setData({ deciding: '' });
    if (!reply.ok) return sayWhy(reply);
    say(question.action === 'show' ? '已通过' : '已隐藏');
    const items = this.data.items.filter((comment) => comment.commentId !== commentId);
    this.setData({ hiding: '', items });
    if (items.length === 0) await this.load();
  },
});
