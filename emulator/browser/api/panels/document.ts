import { element } from '../../runtime/dom';
import { openPanel } from './overlay';

/** wx.openDocument: shows a PDF or other document over the screen until it is closed. */
export function openDocument(url: string): void {
  void openPanel<void>(
    'full',
    (close) => {
      const frame = element('iframe', { label: '文档' });
      frame.src = url;
      const bar = element('header', {
        children: [
          element('button', { text: '‹', label: '返回', onClick: () => close() }),
          element('button', { text: '在新窗口打开', onClick: () => void window.open(url) }),
        ],
      });
      return element('div', { class: 'mp-document', role: 'dialog', children: [bar, frame] });
    },
    { back: undefined },
  );
}
