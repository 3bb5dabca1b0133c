import { element } from '../../runtime/dom';
import { openPanel } from './overlay';

/** Shows pictures over the whole screen, one at a time; a tap closes. */
export function openPreview(urls: string[], first: number): Promise<void> {
  return openPanel<void>(
    'full',
    (close) => {
      const pictures = urls.map((url) => {
        const picture = element('img');
        picture.src = url;
        return picture;
      });
      const count = element('span', { text: `${first + 1} / ${urls.length}` });
      const strip = element('div', { class: 'mp-preview-strip', children: pictures });
      const box = element('div', {
        class: 'mp-preview',
        role: 'dialog',
        label: '图片预览',
        children: [strip, count],
        onClick: () => close(),
      });
      strip.addEventListener('scroll', () => {
        const index = Math.round(strip.scrollLeft / (strip.clientWidth || 1));
        count.textContent = `${index + 1} / ${urls.length}`;
      });
      requestAnimationFrame(() => strip.scrollTo({ left: first * strip.clientWidth }));
      return box;
    },
    { back: undefined },
  );
}
