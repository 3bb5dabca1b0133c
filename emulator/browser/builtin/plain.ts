import { flag, number, text, anything, type Builtin } from './builtin';

/** Built-ins that are only a box, or that show nothing of their own in a browser. */
export const plainBuiltins: Builtin[] = [
  { tag: 'view' },
  { tag: 'cover-view', properties: { scrollTop: anything() } },
  { tag: 'swiper-item', properties: { itemId: text(), skipHiddenItemLayout: flag() } },
  { tag: 'movable-area', properties: { scaleArea: flag() } },
  {
    tag: 'page-container',
    properties: { show: flag(), duration: number(), overlay: flag(true), position: text() },
    create({ host }) {
      host.hidden = true;
      return { changed: { show: (show: boolean) => (host.hidden = !show) } };
    },
  },
];
