import { anything, text, type Builtin } from './builtin';

const GREEN = '#09bb07';
const ICONS: Readonly<Record<string, { glyph: string; color: string }>> = {
  success: { glyph: '✓', color: GREEN },
  success_no_circle: { glyph: '✓', color: GREEN },
  info: { glyph: 'i', color: '#10aeff' },
  warn: { glyph: '!', color: '#f76260' },
  waiting: { glyph: '…', color: '#10aeff' },
  cancel: { glyph: '×', color: '#f43530' },
  download: { glyph: '↓', color: GREEN },
  search: { glyph: '⌕', color: '#b2b2b2' },
  clear: { glyph: '×', color: '#b2b2b2' },
};
const DEFAULT_SIZE = 23;

/** `<icon>`: WeChat's small set of signs. */
export const icon: Builtin = {
  tag: 'icon',
  properties: { type: text(), size: anything(), color: text() },
  create(node) {
    const draw = (): void => {
      const sign = ICONS[node.text('type')];
      const size = node.number('size', DEFAULT_SIZE);
      node.host.textContent = sign?.glyph ?? '';
      node.host.style.cssText = `width:${size}px;height:${size}px;line-height:${size}px;font-size:${size * 0.7}px`;
      node.host.style.backgroundColor = node.text('color') || (sign?.color ?? '');
    };
    return { changed: { type: draw, size: draw, color: draw } };
  },
};
