import { markdownNodes, type RichNode } from '../../../../lib/markdown';
import type { Tap } from '../../../../lib/tap';
import { insertMark, MARKS } from './insertion';

/** Writes Markdown, with buttons for what is hard to type on a phone, and shows it as learners read it. Fires `change` with `{value}`. */
Component({
  properties: {
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    most: { type: Number, value: 50_000 },
  },

  data: {
    marks: MARKS,
    previewing: false,
    nodes: [] as RichNode[],
    cursor: -1,
    focused: false,
  },

  methods: {
    onInput({ detail }: WechatMiniprogram.Input) {
      this.setData({ cursor: detail.cursor, focused: false });
      this.triggerEvent('change', { value: detail.value });
    },

    onBlur({ detail }: WechatMiniprogram.CustomEvent<{ cursor: number }>) {
      this.setData({ cursor: detail.cursor, focused: false });
    },

    onMarkTap({ currentTarget }: Tap<{ index: number }>) {
      const mark = MARKS[currentTarget.dataset.index];
      if (!mark) return;
      const { value, cursor } = this.data;
      const at = cursor < 0 ? value.length : cursor;
      const inserted = insertMark(value, at, mark);
      this.setData({ cursor: inserted.cursor, focused: true });
      this.triggerEvent('change', { value: inserted.text });
    },

    onViewTap({ currentTarget }: Tap<{ previewing: boolean }>) {
      const { previewing } = currentTarget.dataset;
      this.setData({ previewing, nodes: previewing ? markdownNodes(this.data.value) : [] });
    },
  },
});
