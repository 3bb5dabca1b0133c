import { assetUrl } from './assetUrl';
import { flag, mirror, text, type Builtin } from './builtin';

/** `<image>`: its modes are styles on the host; the picture is a plain img inside. */
export const image: Builtin = {
  tag: 'image',
  properties: {
    src: text(),
    mode: text('scaleToFill'),
    lazyLoad: flag(),
    fadeIn: flag(),
    webp: flag(),
    showMenuByLongpress: flag(),
  },
  create(node) {
    const img = document.createElement('img');
    img.draggable = false;
    img.alt = '';
    node.host.append(img);
    img.addEventListener('load', () =>
      node.fire('load', { width: img.naturalWidth, height: img.naturalHeight }),
    );
    img.addEventListener('error', () => node.fire('error', { errMsg: 'load image fail' }));
    return {
      changed: {
        ...mirror(node.host, 'mode'),
        lazyLoad: (lazy: boolean) => (img.loading = lazy ? 'lazy' : 'eager'),
        ariaLabel: (label: string) => (img.alt = label ?? ''),
        src: (src: string) => {
          if (src) img.src = assetUrl(src, node);
          else img.removeAttribute('src');
        },
      },
    };
  },
};

/** `<cover-image>`: a plain picture. */
export const coverImage: Builtin = { ...image, tag: 'cover-image' };
