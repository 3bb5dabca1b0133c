import { call, type PhoneReply } from '../../../../lib/call';
import { emptyList, loadList, loadMore } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import { askFirst, sayWhy } from '../../../../lib/say';
import { requireLogin } from '../../../../lib/session';
import type { Writing } from '../comment-form/index';
import type { Purpose } from '../comment-form/purposes';
import { commentView, type CommentView } from './commentView';

const FILTERS = [
  { kind: '', word: '全部' },
  { kind: 'rating', word: '评价' },
  { kind: 'question', word: '提问' },
] as const;

type Kind = (typeof FILTERS)[number]['kind'];
type TapOn<Data> = { currentTarget: { dataset: Data } };

const viewed = (reply: PhoneReply<'getComments'>) =>
  reply.ok
    ? { ok: true as const, data: { ...reply.data, items: reply.data.items.map(commentView) } }
    : reply;

/** What is said about a course: read, written, answered, changed and taken back. The page calls `more` at its end. */
Component({
  properties: { courseId: { type: String, value: '' }, owned: { type: Boolean, value: false } },
  data: {
    ...emptyList<CommentView>(),
    filters: FILTERS,
    kind: '' as Kind,
    writing: null as Writing | null,
  },
  observers: {
    courseId(courseId: string) {
      if (courseId) void this.load();
    },
  },
  methods: {
    async fetch(cursor?: string) {
      const { courseId, kind } = this.data;
      const reply = await call('getComments', {
        courseId,
        ...(kind && { kind }),
        ...(cursor && { cursor }),
      });
      return viewed(reply);
    },
    load() {
      return loadList(this, (cursor) => this.fetch(cursor));
    },
    more() {
      return loadMore(this, (cursor) => this.fetch(cursor));
    },
    choose({ currentTarget }: TapOn<{ kind: Kind }>) {
      this.setData({ ...loading, kind: currentTarget.dataset.kind });
      void this.load();
    },
    async write({
      currentTarget,
    }: TapOn<{ purpose: Purpose; comment?: string; content?: string }>) {
      if (!(await requireLogin())) return;
      const { purpose, comment, content } = currentTarget.dataset;
      const { courseId } = this.data;
      this.setData({
        writing: {
          purpose,
          courseId,
          ...(comment && { commentId: comment }),
          ...(content && { content }),
        },
      });
    },
    stopWriting() {
      this.setData({ writing: null });
    },
    written() {
      this.stopWriting();
      void this.load();
    },
    async takeBack({ currentTarget }: TapOn<{ comment: string }>) {
      if (!(await askFirst('删除后不能恢复，确定删除吗？', { yes: '删除' }))) return;
      const reply = await call('deleteComment', { commentId: currentTarget.dataset.comment });
      if (reply.ok) void this.load();
      else sayWhy(reply);
    },
  },
});
