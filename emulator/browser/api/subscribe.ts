import { element } from '../runtime/dom';
import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';
import { askCloud } from './cloudHttp';
import { openPanel } from './panels/overlay';

type Choice = 'accept' | 'reject';

/** wx.requestSubscribeMessage: WeChat's sheet asking whether messages may be sent. */
export function subscribeApi({ phone }: Host): ApiTable {
  return asyncApis({
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
      const choice = await askToSubscribe(tmplIds);
      if (choice === 'accept') await askCloud(phone, 'subscribe', { templateIds: tmplIds });
      return Object.fromEntries(tmplIds.map((id) => [id, choice]));
    },
  });
}

function askToSubscribe(tmplIds: string[]): Promise<Choice> {
  return openPanel<Choice>('bottom', (close) => {
    const list = tmplIds.map((id) => element('li', { text: id }));
    const button = (className: string, text: string, choice: Choice): HTMLElement =>
      element('button', { class: className, text, onClick: () => close(choice) });
    const choices = [button('mp-quiet', '拒绝', 'reject'), button('mp-green', '允许', 'accept')];
    return element('div', {
      class: 'mp-sheet mp-ask',
      role: 'dialog',
      children: [
        element('h3', { text: '允许小程序发送以下消息' }),
        element('ul', { children: list }),
        element('footer', { children: choices }),
      ],
    });
  });
}
