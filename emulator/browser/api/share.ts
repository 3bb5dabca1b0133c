import { element } from '../runtime/dom';
import type { Host } from '../runtime/host';
import { formatRoute, parseRoute } from '../runtime/route';
import { asyncApis, type ApiTable } from './asyncApi';
import { assetPath } from './filePaths';
import { openPanel } from './panels/overlay';
import { showToast } from './panels/toast';
import { writeClipboard } from './clipboard';

/** What a page answers in onShareAppMessage. */
interface ShareCard {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<ShareCard>;
}

/** Who asked to share: the capsule's menu, or a button with its target. */
export interface ShareSource {
  from: 'menu' | 'button';
  target?: object;
}

/** Sharing menus; the host shares a page as a card whose link opens in this browser. */
export function shareApi(): ApiTable {
  return asyncApis({
    showShareMenu: () => {},
    hideShareMenu: () => {},
    updateShareMenu: () => {},
  });
}

/** Asks the page on screen what to share and shows the card that a chat would get. */
export async function shareCurrentPage(host: Host, source: ShareSource): Promise<void> {
  const { top } = host.router;
  const answer = (top.call('onShareAppMessage', source) ?? {}) as ShareCard;
  const card = { ...answer, ...(await answer.promise) };
  const path = card.path ?? `/${formatRoute(top.parts.route)}`;
  await showCard({ ...card, path, title: card.title || document.title });
}

function showCard({ title = '', path = '', imageUrl }: ShareCard): Promise<void> {
  const route = formatRoute(parseRoute(path.replace(/^\/?/, '/')));
  const link = `${location.origin}/#/${route}`;
  return openPanel<void>(
    'center',
    (close) => {
      const picture = element('div', { class: 'mp-share-picture' });
      if (imageUrl) picture.style.backgroundImage = `url("${assetPath(imageUrl)}")`;
      const copy = async (): Promise<void> => {
        await writeClipboard(link);
        close();
        showToast({ title: '链接已复制' });
      };
      const buttons = [
        element('button', { class: 'mp-cancel', text: '关闭', onClick: () => close() }),
        element('button', { class: 'mp-ok', text: '复制链接', onClick: () => void copy() }),
      ];
      const card = [
        element('p', { class: 'mp-share-title', text: title }),
        picture,
        element('p', { class: 'mp-share-link', text: link }),
      ];
      return element('div', {
        class: 'mp-modal mp-share',
        role: 'dialog',
        label: '转发',
        children: [...card, element('footer', { children: buttons })],
      });
    },
    { back: undefined },
  );
}
