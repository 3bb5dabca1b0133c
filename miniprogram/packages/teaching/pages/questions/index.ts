import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import { call, type Answer } from '../../../../lib/call';
import { ago } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { warnBeforeLeaving } from '../../../../lib/unsaved';

type Question = Answer<'getQuestions'>['items'][number];
type Reply = Question['replies'][number] & { readonly when: string };
type Row = Omit<Question, 'replies'> & {
  readonly when: string;
  readonly kindWord: string;
  readonly replies: readonly Reply[];
};

type Filter = 'open' | 'answered' | 'all';

const FILTERS: readonly Choice<Filter>[] = [
  { value: 'open', word: '待回复' },
  { value: 'answered', word: '已回复' },
  { value: 'all', word: '全部' },
];

/** The first two list questions alone; all lists comments and ratings too. */
const ANSWERED: Readonly<Record<Filter, boolean | undefined>> = {
  open: false,
  answered: true,
  all: undefined,
};

const KIND_WORDS: Readonly<Record<Question['kind'], string>> = {
  question: '提问',
  comment: '留言',
  rating: '评价',
};

const rowOf = (question: Question): Row => ({
  ...question,
  when: ago(question.at),
  kindWord: KIND_WORDS[question.kind],
  replies: question.replies.map((each) => ({ ...each, when: ago(each.at) })),
});

/** What learners ask and say about the caller's courses, the unanswered first; answered on the spot. */
Page({
  ...listPage,

  data: {
    ...emptyList<Row>(),
    filters: FILTERS,
    filter: 'open' as Filter,
    /** The question being answered, and the answer so far. */
    answering: '',
    answer: '',
    requestId: '',
    sending: false,
  },

  async fetch(cursor: string | undefined) {
    const answered = ANSWERED[this.data.filter];
    const reply = await call('getQuestions', {
      cursor,
      ...(answered !== undefined && { answered }),
    });
    return shownAs(reply, rowOf);
  },

  onFilterChange({ detail }: Chosen<Filter>) {
    this.setData({ filter: detail.value, status: 'loading' });
    this.stopAnswering();
    void this.load();
  },

  onAnswerTap({ currentTarget }: Tap<{ commentId: string }>) {
    const { commentId } = currentTarget.dataset;
    this.setData({ answering: commentId, answer: '', requestId: requestId() });
  },

  onAnswerInput({ detail }: WechatMiniprogram.Input) {
    this.setData({ answer: detail.value });
    warnBeforeLeaving(detail.value.trim() !== '');
  },

  onCancelTap() {
    if (!this.data.sending) this.stopAnswering();
  },

  stopAnswering() {
    this.setData({ answering: '', answer: '' });
    warnBeforeLeaving(false);
  },

  async onSendTap({ currentTarget }: Tap<{ index: number }>) {
    const { answer, sending, requestId: sameRequest } = this.data;
    const { index } = currentTarget.dataset;
    const question = this.data.items[index];
    const content = answer.trim();
    if (!question || sending) return;
    if (!content) return say('请先写下回复');
    this.setData({ sending: true });
    const { courseId, commentId } = question;
    const reply = await call('postComment', {
      requestId: sameRequest,
      courseId,
      parentId: commentId,
      content,
    });
    this.setData({ sending: false });
    if (!reply.ok) return sayWhy(reply);
    say(reply.data.status === 'pending' ? '回复正在审核，通过后可见' : '已回复');
    this.stopAnswering();
    await this.load();
  },
});
