import { call } from '../../../../lib/call';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import { firstComplaint } from '../../rules';

/** Gives the account a username and password, once. Fires `changed`. */
Component({
  properties: { username: { type: String, value: '' } },
  data: { typedName: '', password: '', busy: false },
  methods: {
    typeName({ detail }: WechatMiniprogram.Input) {
      this.setData({ typedName: detail.value.trim() });
    },
    typePassword({ detail }: WechatMiniprogram.Input) {
      this.setData({ password: detail.value });
    },
    async send() {
      const { typedName: username, password, busy } = this.data;
      if (busy) return;
      const complaint = firstComplaint({ username, password });
      if (complaint) return say(complaint);
      this.setData({ busy: true });
      const reply = await call('register', { requestId: requestId(), username, password });
      this.setData({ busy: false });
      if (!reply.ok) return sayWhy(reply);
      say('设置成功');
      this.triggerEvent('changed');
    },
  },
});
