import { readMarkdown, type Block } from '../../lib/markdown';
import type { Tap } from '../../lib/tap';

/** A written lesson as it is read. A mini-program cannot open a link, so a tap copies its address. */
Component({
  properties: {
    source: { type: String, value: '' },
  },

  data: { blocks: [] as Block[] },

  observers: {
    source(source: string) {
      this.setData({ blocks: readMarkdown(source) });
    },
  },

  methods: {
    onLinkTap({ currentTarget }: Tap<{ href?: string }>) {
      const { href } = currentTarget.dataset;
      if (href) wx.setClipboardData({ data: href });
    },
  },
});
