import { markdownNodes, type RichNode } from '../../../../lib/markdown';

const SIZES = [28, 32, 36, 42] as const;
const KEY = 'readerSize';
const WHOLE = 1000;

const storedSize = (): number => {
  const stored: unknown = wx.getStorageSync(KEY);
  return SIZES.find((size) => size === stored) ?? SIZES[1];
};

/**
 * Shows an article or a chapter, in a size of one's choice that is remembered. The page tells it of scrolling
 * by `scrolled`; it fires `place` in per mille of the text, and `resume` with the scroll position to go on from.
 */
Component({
  properties: { text: { type: String, value: '' }, startAt: { type: Number, value: 0 } },
  data: { nodes: [] as RichNode[], size: SIZES[1] as number, sizes: SIZES },
  observers: {
    text(text: string) {
      this.setData({ nodes: markdownNodes(text), size: storedSize() }, () => void this.resume());
    },
  },
  methods: {
    choose({ currentTarget }: { currentTarget: { dataset: { size: number } } }) {
      const { size } = currentTarget.dataset;
      wx.setStorageSync(KEY, size);
      this.setData({ size });
    },
    /** How far one can scroll until the end of the text is seen, in pixels. */
    async reach(): Promise<number> {
      const box = await new Promise<{ top: number; height: number } | null>((resolve) => {
        this.createSelectorQuery().select('.text').boundingClientRect(resolve).exec();
      });
      return box ? box.height - wx.getWindowInfo().windowHeight : 0;
    },
    async resume() {
      const { startAt } = this.data;
      const reach = await this.reach();
      if (reach <= 0) this.triggerEvent('place', { position: WHOLE, length: WHOLE });
      else if (startAt > 0 && startAt < WHOLE) {
        this.triggerEvent('resume', { scrollTop: (reach * startAt) / WHOLE });
      }
    },
    async scrolled(scrollTop: number) {
      const reach = await this.reach();
      if (reach <= 0) return;
      const position = Math.max(0, Math.min(WHOLE, Math.round((scrollTop / reach) * WHOLE)));
      this.triggerEvent('place', { position, length: WHOLE });
    },
  },
});
