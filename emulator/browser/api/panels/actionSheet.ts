import { element } from '../../runtime/dom';
import { openPanel } from './overlay';

export const CANCELLED = -1;

/** Shows WeChat's action sheet; resolves with the index chosen, or CANCELLED. */
export function openActionSheet(options: {
  items: string[];
  color?: string;
  title?: string;
}): Promise<number> {
  return openPanel<number>(
    'bottom',
    (close) => {
      const title = options.title
        ? [element('p', { class: 'mp-sheet-title', text: options.title })]
        : [];
      const items = options.items.map((text, index) => {
        const item = element('button', { class: 'mp-item', text, onClick: () => close(index) });
        item.style.color = options.color ?? '';
        return item;
      });
      const cancel = element('button', {
        class: 'mp-item mp-cancel',
        text: '取消',
        onClick: () => close(CANCELLED),
      });
      return element('div', {
        class: 'mp-sheet',
        role: 'dialog',
        children: [...title, ...items, cancel],
      });
    },
    { back: CANCELLED, outside: true },
  );
}
