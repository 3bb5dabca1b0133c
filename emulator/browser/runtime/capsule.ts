import { openActionSheet } from '../api/panels/actionSheet';
import { shareCurrentPage } from '../api/share';
import { element } from './dom';
import type { Host } from './host';

/** Where WeChat draws its capsule button, in px from the top right of the screen below the status bar. */
export const CAPSULE = { width: 87, height: 32, top: 6, right: 7 } as const;

/** The capsule at the top right (`···` and `◎`) with WeChat's menu for the page. */
export class Capsule {
  readonly node: HTMLElement;

  constructor(private readonly host: Host) {
    const menu = element('button', {
      text: '•••',
      label: '更多',
      onClick: () => void this.openMenu(),
    });
    const close = element('button', { text: '◎', label: '关闭', onClick: () => this.goHome() });
    this.node = element('div', { class: 'mp-capsule', children: [menu, close] });
  }

  private async openMenu(): Promise<void> {
    const entries: { text: string; run(): Promise<void> | void }[] = [
      { text: '转发给朋友', run: () => shareCurrentPage(this.host, { from: 'menu' }) },
      { text: '重新进入小程序', run: () => this.goHome() },
      { text: '刷新页面', run: () => location.reload() },
    ];
    const index = await openActionSheet({ items: entries.map((entry) => entry.text) });
    await entries[index]?.run();
  }

  private goHome(): void {
    const { router } = this.host;
    router.reLaunch(`/${router.homePath()}`);
  }
}
