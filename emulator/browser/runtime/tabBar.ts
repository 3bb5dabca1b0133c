import { element } from './dom';
import type { TabBarConfig, TabItem } from './windowConfig';

interface TabNode {
  item: TabItem;
  node: HTMLElement;
  /** One picture for each state, so that a tab can be chosen without a network. */
  icons: { plain: HTMLImageElement; selected: HTMLImageElement };
  label: HTMLElement;
  badge: HTMLElement;
}

/** The tab bar that app.json describes. */
export class TabBar {
  readonly node: HTMLElement;
  private readonly tabs: TabNode[];
  private wanted = true;
  private onTabPage = false;
  private current = '';

  constructor(
    private readonly config: TabBarConfig,
    choose: (item: TabItem, index: number) => void,
  ) {
    this.tabs = config.list.map((item, index) => tabNode(item, () => choose(item, index)));
    const children = this.tabs.map((tab) => tab.node);
    this.node = element('div', { class: 'mp-tabbar', role: 'tablist', children });
    this.node.style.backgroundColor = config.backgroundColor ?? '#ffffff';
    this.node.classList.toggle('mp-tabbar-white-line', config.borderStyle === 'white');
  }

  /** Shows the bar with this page's tab selected, or hides it when the page is no tab. */
  select(pagePath: string, isTab: boolean): void {
    this.current = pagePath;
    this.onTabPage = isTab;
    this.draw();
  }

  /** wx.showTabBar and wx.hideTabBar. */
  setWanted(wanted: boolean): void {
    this.wanted = wanted;
    this.draw();
  }

  /** A number or short text on a tab; empty text is the red dot; null removes it. */
  setBadge(index: number, text: string | null): void {
    const badge = this.tabs[index]?.badge;
    if (!badge) return;
    badge.hidden = text === null;
    badge.textContent = text;
    badge.classList.toggle('mp-dot', text === '');
  }

  /** wx.setTabBarItem: replaces text or icons of one tab. */
  setItem(index: number, change: Partial<TabItem>): void {
    const tab = this.tabs[index];
    if (!tab) return;
    Object.assign(tab.item, change);
    tab.label.textContent = tab.item.text;
    this.draw();
  }

  private draw(): void {
    const shown = this.wanted && this.onTabPage;
    this.node.hidden = !shown;
    document.body.classList.toggle('has-tabbar', shown);
    for (const tab of this.tabs) this.drawTab(tab);
  }

  private drawTab({ item, node, icons }: TabNode): void {
    const selected = item.pagePath === this.current;
    node.setAttribute('aria-selected', String(selected));
    node.style.color = (selected ? this.config.selectedColor : this.config.color) ?? '';
    showIcon(icons.plain, item.iconPath, !selected);
    showIcon(icons.selected, item.selectedIconPath ?? item.iconPath, selected);
  }
}

function tabNode(item: TabItem, onClick: () => void): TabNode {
  const icons = { plain: element('img'), selected: element('img') };
  const label = element('span', { text: item.text });
  const badge = element('b', { class: 'mp-badge' });
  badge.hidden = true;
  const node = element('div', {
    class: 'mp-tab',
    role: 'tab',
    children: [icons.plain, icons.selected, label, badge],
    onClick,
  });
  node.dataset['path'] = item.pagePath;
  return { item, node, icons, label, badge };
}

function showIcon(icon: HTMLImageElement, path: string | undefined, shown: boolean): void {
  const source = path?.replace(/^\/?/, '/');
  if (source && icon.getAttribute('src') !== source) icon.src = source;
  icon.hidden = !source || !shown;
}
