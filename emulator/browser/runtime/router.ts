import { BrowserHistory } from './browserHistory';
import { element } from './dom';
import type { Instance } from './engine';
import type { EventChannel } from './eventChannel';
import type { Page } from './page';
import { parseRoute, type Route } from './route';
import { TabBar } from './tabBar';
import type { AppJson } from './windowConfig';

const MAX_DEPTH = 10;

/** Makes a page for a route; the router decides when. */
export type MakePage = (
  route: Route,
  opener: { depth: number; channel: EventChannel | null },
) => Page;

/** The page stack, with WeChat's rules for tabs, depth and relative urls. */
export class Router {
  readonly host = element('div', { class: 'mp-host' });
  readonly tabBar: TabBar | null;
  private stack: Page[] = [];
  private readonly tabPages = new Map<string, Page>();
  private readonly history = new BrowserHistory((route) => this.returnTo(route));

  constructor(
    private readonly app: AppJson,
    private readonly pages: readonly string[],
    private readonly makePage: MakePage,
  ) {
    this.tabBar = app.tabBar && !app.tabBar.custom ? this.makeTabBar(app.tabBar) : null;
    document.body.append(this.host);
    if (this.tabBar) document.body.append(this.tabBar.node);
  }

  /** The page on screen. */
  get top(): Page {
    const page = this.stack.at(-1);
    if (!page) throw new Error('no page is open yet');
    return page;
  }

  get depth(): number {
    return this.stack.length;
  }

  /** getCurrentPages(). */
  instances(): Instance[] {
    return this.stack.map((page) => page.instance);
  }

  /** The page that a page or component instance lives in. */
  pageOf(instance: Instance): Page | undefined {
    const own = this.openPages().find((page) => page.tabBarInstance === instance);
    if (own) return own;
    let node = instance._$;
    while (node.ownerShadowRoot) node = node.ownerShadowRoot.getHostNode();
    return this.openPages().find(
      (page) => page.instance._$ === node || page.tabBarInstance?._$ === node,
    );
  }

  isTab(path: string): boolean {
    return this.app.tabBar?.list.some((tab) => tab.pagePath === path) ?? false;
  }

  /** The home page: entryPagePath, or the first of app.json. */
  homePath(): string {
    return this.app.entryPagePath ?? this.pages[0] ?? '';
  }

  /** The route the address bar names, or home; `found` is false when it names a page that does not exist. */
  launchRoute(): { route: Route; found: boolean } {
    const asked = this.history.current();
    const found = asked === null || this.pages.includes(asked.path);
    const home = { path: this.homePath(), query: {} };
    return { route: found && asked ? asked : home, found };
  }

  /** Opens the first page. */
  start(route: Route): void {
    this.enter(route, null);
    this.history.replace(this.top);
  }

  navigateTo(url: string, channel: EventChannel): void {
    const route = this.routeOf(url);
    if (this.isTab(route.path)) throw new Error('can not navigateTo a tabbar page');
    if (this.depth >= MAX_DEPTH) throw new Error('webview count limit exceed');
    this.top.fireHide();
    this.enter(route, channel);
    this.history.push(this.top);
  }

  redirectTo(url: string): void {
    const route = this.routeOf(url);
    if (this.isTab(route.path)) throw new Error('can not redirectTo a tabbar page');
    const { inHistory } = this.top;
    this.drop(1);
    this.enter(route, null);
    this.history.replace(this.top);
    this.top.inHistory = inHistory;
  }

  reLaunch(url: string): void {
    const route = this.routeOf(url);
    this.closeAll();
    this.enter(route, null);
    this.history.replace(this.top);
  }

  switchTab(url: string): void {
    const { path } = this.routeOf(url);
    if (!this.isTab(path)) throw new Error('can not switch to no-tabBar page');
    if (this.depth === 1 && this.top.path === path) return;
    this.leaveStackForTab();
    const kept = this.tabPages.get(path);
    if (kept) this.resume([kept]);
    else this.enter({ path, query: {} }, null);
    this.history.push(this.top);
    this.top.inHistory = false;
  }

  navigateBack(delta: number): void {
    const count = Math.min(delta, this.depth - 1);
    if (count <= 0) return;
    const entries = this.stack.slice(-count).filter((page) => page.inHistory).length;
    this.pop(count);
    if (entries === count) this.history.goBack(count);
    else this.history.replace(this.top);
  }

  /** Tells the open page that the window changed its size. */
  resized(size: { windowWidth: number; windowHeight: number }): void {
    this.top.call('onResize', { size });
    this.top.fireForComponents('resize', size);
  }

  private routeOf(url: string): Route {
    const route = parseRoute(url, this.stack.at(-1)?.path);
    if (!this.pages.includes(route.path)) throw new Error(`page "${route.path}" is not found`);
    return route;
  }

  private enter(route: Route, channel: EventChannel | null): void {
    const page = this.makePage(route, { depth: this.depth, channel });
    this.stack.push(page);
    if (this.isTab(route.path)) this.tabPages.set(route.path, page);
    this.host.append(page.node);
    this.showTop();
    page.open();
  }

  private resume(stack: Page[]): void {
    this.stack = stack;
    this.showTop();
    this.top.fireShow();
  }

  private pop(count: number): void {
    this.drop(count);
    this.showTop();
    this.top.fireShow();
  }

  private drop(count: number): void {
    for (const page of this.stack.splice(-count).reverse()) this.close(page);
  }

  private leaveStackForTab(): void {
    const leaving = this.stack.splice(0).reverse();
    leaving[0]?.fireHide();
    for (const page of leaving) if (!this.isTab(page.path)) this.close(page);
  }

  private close(page: Page): void {
    page.close();
    if (this.tabPages.get(page.path) === page) this.tabPages.delete(page.path);
  }

  private closeAll(): void {
    for (const page of this.openPages().reverse()) this.close(page);
    this.stack = [];
  }

  private openPages(): Page[] {
    return [...new Set([...this.tabPages.values(), ...this.stack])];
  }

  private showTop(): void {
    for (const page of this.openPages()) page.node.hidden = page !== this.top;
    this.tabBar?.select(this.top.path, this.isTab(this.top.path));
  }

  /** The browser's back or forward button, or an edited address. */
  private returnTo(route: Route): void {
    const index = this.stack.findLastIndex((page) => this.history.shows(page, route));
    if (index >= 0 && index < this.depth - 1) this.pop(this.depth - 1 - index);
    if (index >= 0) return;
    if (this.isTab(route.path)) this.switchTab(`/${route.path}`);
    else if (this.pages.includes(route.path)) this.reopen(route);
  }

  private reopen(route: Route): void {
    this.closeAll();
    this.enter(route, null);
  }

  private makeTabBar(config: NonNullable<AppJson['tabBar']>): TabBar {
    return new TabBar(config, (item, index) => {
      this.switchTab(`/${item.pagePath}`);
      this.top.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text });
    });
  }
}
