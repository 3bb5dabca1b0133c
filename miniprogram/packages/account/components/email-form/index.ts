import { call } from '../../../../lib/call';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import { firstComplaint } from '../../rules';

const WAIT_SECONDS = 60;
const timers = new WeakMap<object, number>();

/** Adds an e-mail address after a code sent to it has been typed in. Fires `changed`. */
Component({
  properties: { email: { type: String, value: '' } },
  data: { typedEmail: '', code: '', waiting: 0, busy: false },
  lifetimes: {
    detached() {
      clearInterval(timers.get(this) ?? 0);
    },
  },
  methods: {
    typeEmail({ detail }: WechatMiniprogram.Input) {
      this.setData({ typedEmail: detail.value.trim() });
    },
    typeCode({ detail }: WechatMiniprogram.Input) {
      this.setData({ code: detail.value.trim() });
    },
    async sendCode() {
      const { typedEmail: email, waiting } = this.data;
      if (waiting) return;
      const complaint = firstComplaint({ email });
      if (complaint) return say(complaint);
      this.countDown();
      const reply = await call('sendEmailCode', { email });
      if (reply.ok) return say('验证码已发送，请查收邮件');
      this.stopCounting();
      sayWhy(reply);
    },
    countDown() {
      this.setData({ waiting: WAIT_SECONDS });
      timers.set(
        this,
        setInterval(() => {
          this.setData({ waiting: this.data.waiting - 1 });
          if (this.data.waiting <= 0) this.stopCounting();
        }, 1000),
      );
    },
    stopCounting() {
      clearInterval(timers.get(this) ?? 0);
      this.setData({ waiting: 0 });
    },
    async bind() {
      const { typedEmail: email, code: emailCode, busy } = this.data;
      if (busy) return;
      const complaint = firstComplaint({ email, emailCode });
      if (complaint) return say(complaint);
      this.setData({ busy: true });
      const reply = await call('register', { requestId: requestId(), email, emailCode });
      this.setData({ busy: false });
      if (!reply.ok) return sayWhy(reply);
      say('邮箱已绑定');
      this.triggerEvent('changed');
    },
  },
});
