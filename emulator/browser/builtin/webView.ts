import { text, type Builtin } from './builtin';

/** `<web-view>`: a frame over the whole page. */
export const webView: Builtin = {
  tag: 'web-view',
  properties: { src: text() },
  create(node) {
    const frame = document.createElement('iframe');
    node.host.append(frame);
    frame.addEventListener('load', () => node.fire('load', { src: frame.src }));
    return { changed: { src: (src: string) => (frame.src = src) } };
  },
};
