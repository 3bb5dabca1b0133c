import { askFirst, say } from '../../../../lib/say';

/** The codes of a new batch, seen this once: they are copied all together, and then gone. Fires `close`. */
Component({
  properties: { codes: { type: Array, value: [] as string[] } },

  data: { copied: false },

  observers: {
    codes() {
      this.setData({ copied: false });
    },
  },

  methods: {
    async onCopyTap() {
      await wx.setClipboardData({ data: this.data.codes.join('\n') });
      this.setData({ copied: true });
      say(`已复制 ${this.data.codes.length} 个兑换码`);
    },

    async onClose() {
      const sure =
        this.data.copied ||
        (await askFirst('还没有复制。关闭后这些兑换码不能再查看，确定关闭吗？', { yes: '关闭' }));
      if (sure) this.triggerEvent('close');
    },
  },
});
