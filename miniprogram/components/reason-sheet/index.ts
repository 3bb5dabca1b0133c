const lengthOf = (text: string): number => [...text.trim()].length;

/**
 * A sheet from below that asks for a reason before something is done; with `least` above 0 it must be given.
 * What the slot holds stands above the text. Fires `submit` with `{reason}`, and `close`; its owner opens,
 * closes and busies it.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    confirmText: { type: String, value: '确定' },
    danger: { type: Boolean, value: false },
    busy: { type: Boolean, value: false },
    least: { type: Number, value: 0 },
    most: { type: Number, value: 200 },
  },

  data: { reason: '', length: 0, problem: '' },

  observers: {
    open(open: boolean) {
      if (open) this.setData({ reason: '', length: 0, problem: '' });
    },
  },

  methods: {
    onInput({ detail }: WechatMiniprogram.Input) {
      this.setData({ reason: detail.value, length: lengthOf(detail.value), problem: '' });
    },

    onConfirmTap() {
      const { busy, reason, least } = this.data;
      if (busy) return;
      if (lengthOf(reason) < least) {
        this.setData({ problem: `请写明原因，至少 ${least} 个字` });
        return;
      }
      this.triggerEvent('submit', { reason: reason.trim() });
    },

    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
