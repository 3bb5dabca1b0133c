import { call } from '../../../../lib/call';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import { firstComplaint } from '../../rules';

/** Binds this WeChat to an account that has a password. Fires `changed`. */
Component({
  data: { open: false, username: '', password: '', busy: false },
  methods: {
    unfold() {
      this.setData({ open: true });
    },
    typeName({ detail }: WechatMiniprogram.Input) {
      this.setData({ username: detail.value.trim() });
    },
    typePassword({ detail }: WechatMiniprogram.Input) {
      this.setData({ password: detail.value });
    },
    async send() {
      const { username, password, busy } = this.data;
      if (busy) return;
      const complaint = firstComplaint({ username, password });
      if (complaint) return say(complaint);
      if (!(await askFirst('登录后，这个微信将使用该账号的订单和进度', { yes: '登录' }))) return;
      this.setData({ busy: true });
      const reply = await call('login', { username, password });
      this.setData({ busy: false, password: '' });
      if (!reply.ok) return sayWhy(reply);
      say('登录成功');
      this.triggerEvent('changed');
    },
  },
});
