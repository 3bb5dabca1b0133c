import type { Tap } from '../../lib/tap';

/** One choice of a filter bar. */
export type Choice<Value extends string = string> = {
  readonly value: Value;
  readonly word: string;
};

/** What a filter bar tells when another choice is taken. */
export type Chosen<Value extends string = string> = WechatMiniprogram.CustomEvent<{
  value: Value;
}>;

/** A row of choices above a list, wider than the screen when it must be. Fires `change` with `{value}`. */
Component({
  properties: {
    choices: { type: Array, value: [] as Choice[] },
    value: { type: String, value: '' },
  },

  methods: {
    onTap({ currentTarget }: Tap<{ value: string }>) {
      const { value } = currentTarget.dataset;
      if (value !== this.data.value) this.triggerEvent('change', { value });
    },
  },
});
