import { askToNotify } from '../../../../lib/askToNotify';
import { call, type PhoneReply } from '../../../../lib/call';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import { purposes, type Purpose } from './purposes';

/** What is written about: a course; for a reply or an edit also a comment. */
export type Writing = {
  purpose: Purpose;
  courseId: string;
  commentId?: string;
  content?: string;
};

/** One number for each time the form is opened: a repeat after a lost network is not posted twice. */
const numbers = new WeakMap<object, string>();

/** A sheet to write, answer or change a comment. Fires `written` when it is stored, `close` when it is left. */
Component({
  properties: { writing: { type: Object, value: null as unknown as Writing } },
  data: {
    words: purposes.comment as (typeof purposes)[Purpose],
    content: '',
    stars: 5,
    busy: false,
  },
  observers: {
    writing(writing: Writing | null) {
      if (!writing) return;
      numbers.set(this, requestId());
      const { purpose, content = '' } = writing;
      this.setData({ words: purposes[purpose], content, stars: 5, busy: false });
    },
  },
  methods: {
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ content: detail.value });
    },
    rate({ detail }: { detail: { stars: number } }) {
      this.setData({ stars: detail.stars });
    },
    close() {
      this.triggerEvent('close');
    },
    async send() {
      const content = this.data.content.trim();
      if (this.data.busy) return;
      if (!content) return say('先写点什么吧');
      this.setData({ busy: true });
      if (this.data.writing.purpose === 'question') await askToNotify('answered');
      const reply = await this.store(content);
      this.setData({ busy: false });
      if (!reply.ok) return sayWhy(reply);
      const waits = 'status' in reply.data && reply.data.status === 'pending';
      say(waits ? '已提交，审核后展示' : '发布成功');
      this.triggerEvent('written');
    },
    store(content: string): Promise<PhoneReply<'postComment'> | PhoneReply<'updateComment'>> {
      const { purpose, courseId, commentId } = this.data.writing;
      if (purpose === 'edit' && commentId) return call('updateComment', { commentId, content });
      return call('postComment', {
        requestId: numbers.get(this) ?? requestId(),
        courseId,
        content,
        ...(purpose === 'reply' ? { parentId: commentId } : { kind: kindOf(purpose) }),
        ...(purpose === 'rating' && { stars: this.data.stars }),
      });
    },
  },
});

const kindOf = (purpose: Purpose) =>
  purpose === 'question' || purpose === 'rating' ? purpose : 'comment';
