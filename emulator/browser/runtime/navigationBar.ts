import { element } from './dom';
import type { WindowConfig } from './windowConfig';

/** The bar above a page: title, back or home button, loading mark. */
export class NavigationBar {
  readonly node: HTMLElement;
  private readonly titleNode = element('span', { class: 'mp-title' });
  private readonly spinner = element('i', { class: 'mp-spinner mp-nav-loading' });
  private readonly lead: HTMLElement;

  constructor(
    config: WindowConfig,
    leave: { back: (() => void) | null; home: (() => void) | null },
  ) {
    this.lead = leadButton(leave);
    const middle = element('div', {
      class: 'mp-nav-middle',
      children: [this.spinner, this.titleNode],
    });
    this.node = element('div', { class: 'mp-nav', children: [this.lead, middle] });
    this.node.hidden = config.navigationStyle === 'custom';
    this.setLoading(false);
    this.setTitle(config.navigationBarTitleText ?? '');
    const text = config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000';
    this.setColors(text, config.navigationBarBackgroundColor ?? '#ffffff');
  }

  get title(): string {
    return this.titleNode.textContent ?? '';
  }

  setTitle(title: string): void {
    this.titleNode.textContent = title;
  }

  setColors(text?: string, background?: string): void {
    if (text) this.node.style.color = text;
    if (background) this.node.style.backgroundColor = background;
  }

  setLoading(loading: boolean): void {
    this.spinner.hidden = !loading;
  }

  hideLead(): void {
    this.lead.style.visibility = 'hidden';
  }
}

function leadButton({
  back,
  home,
}: {
  back: (() => void) | null;
  home: (() => void) | null;
}): HTMLElement {
  if (back) return element('button', { class: 'mp-back', label: '返回', onClick: back });
  if (home) return element('button', { class: 'mp-home', label: '首页', onClick: home });
  return element('span', { class: 'mp-back-none' });
}
