import { parseYuan } from '../../../shared/money';

/**
 * An amount as a person types it, in yuan. Fires `input` with `{value, amount}`: the text, and its fen, undefined
 * while the text is no amount.
 */
Component({
  properties: {
    value: { type: String, value: '' },
    placeholder: { type: String, value: '输入金额' },
    disabled: { type: Boolean, value: false },
  },
  methods: {
    onInput({ detail: { value } }: WechatMiniprogram.Input) {
      this.triggerEvent('input', { value, amount: parseYuan(value) });
    },
  },
});
