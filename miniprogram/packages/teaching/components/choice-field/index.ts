import type { Tap } from '../../../../lib/tap';

type Choice = { readonly value: string; readonly word: string };

/** One of a few words to be chosen in a form. Fires `change` with `{value}`. */
Component({
  properties: {
    label: { type: String, value: '' },
    choices: { type: Array, value: [] as Choice[] },
    value: { type: String, value: '' },
  },
  methods: {
    onTap({ currentTarget }: Tap<{ value: string }>) {
      this.triggerEvent('change', { value: currentTarget.dataset.value });
    },
  },
});
