import { BrowserHistory } from './browserHistory';
import { element } from './dom';
import type { Instance } from './engine';
import type { EventChannel } from './eventChannel';
import type { Page } from './page';
import { PageStack } from './pageStack';
import { parseRoute, type Route } from './route';
import { TabBar } from './tabBar';
import type { AppJson } from './windowConfig';

const MAX_DEPTH = 10;

/** Makes a page for a route; the router decides when. */
export type MakePage = (
  route: Route,
  opener: { depth: number; channel: EventChannel | null },
) => Page;

/** What the router leaves to others. */
export interface RouterParts {
  makePage: MakePage;
  /** Puts a page's question to the person; true lets them go. */
  confirmLeaving(question: string): Promise<boolean>;
  /** Closes what lies over the page; false when nothing does. */
  dismissPanel(): boolean;
}

/** Where the person is and may go: WeChat's rules for the page stack, tabs, depth and relative urls. */
export class Router {
  readonly tabBar: TabBar | null;
  private readonly host = element('div', { class: 'mp-host' });
  private readonly stack = new PageStack();
  private readonly history = new BrowserHistory((route) => this.returnTo(route));

  constructor(
    private readonly app: AppJson,
    private readonly pages: readonly string[],
    private readonly parts: RouterParts,
  ) {
    this.tabBar = app.tabBar && !app.tabBar.custom ? this.makeTabBar(app.tabBar) : null;
    document.body.append(this.host);
    if (this.tabBar) document.body.append(this.tabBar.node);
  }

  /** The page on screen. */
  get top(): Page {
    return this.stack.top;
  }

  get depth(): number {
    return this.stack.depth;
  }

  /** getCurrentPages(). */
  instances(): Instance[] {
    return this.stack.pages().map((page) => page.instance);
  }

  /** The page that a page or component instance lives in. */
  pageOf(instance: Instance): Page | undefined {
    return this.stack.pageOf(instance);
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
    this.enter(route);
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
    this.stack.drop(1);
    this.enter(route);
    this.history.replace(this.top);
    this.top.inHistory = inHistory;
  }

  reLaunch(url: string): void {
    const route = this.routeOf(url);
    this.stack.closeAll();
    this.enter(route);
    this.history.replace(this.top);
  }

  switchTab(url: string): void {
    const { path } = this.routeOf(url);
    if (!this.isTab(path)) throw new Error('can not switch to no-tabBar page');
    if (this.depth === 1 && this.top.path === path) return;
    const kept = this.stack.leaveFor(path);
    if (kept) this.comeBack(kept);
    else this.enter({ path, query: {} });
    this.history.push(this.top);
    this.top.inHistory = false;
  }

  /** Goes back, unless the page on screen asks first and the person decides to stay. */
  async goBack(delta: number): Promise<void> {
    const question = this.depth > 1 ? this.top.leaveQuestion : null;
    if (question === null || (await this.parts.confirmLeaving(question))) this.navigateBack(delta);
  }

  private navigateBack(delta: number): void {
    const count = Math.min(delta, this.depth - 1);
    if (count <= 0) return;
    const inHistory = this.stack
      .pages()
      .slice(-count)
      .every((page) => page.inHistory);
    this.pop(count);
    if (inHistory) this.history.goBack(count);
    else this.history.replace(this.top);
  }

  /** Tells the open page that the window changed its size. */
  resized(size: { windowWidth: number; windowHeight: number }): void {
    this.top.call('onResize', { size });
    this.top.fireForComponents('resize', size);
  }

  private routeOf(url: string): Route {
    const route = parseRoute(url, this.stack.pages().at(-1)?.path);
    if (!this.pages.includes(route.path)) throw new Error(`page "${route.path}" is not found`);
    return route;
  }

  private enter(route: Route, channel: EventChannel | null = null): void {
    const page = this.parts.makePage(route, { depth: this.depth, channel });
    this.stack.push(page, this.isTab(route.path));
    this.host.append(page.node);
    this.showTop();
    page.open();
  }

  private comeBack(tabPage: Page): void {
    this.stack.push(tabPage, true);
    this.showTop();
    tabPage.fireShow();
  }

  private pop(count: number): void {
    this.stack.drop(count);
    this.showTop();
    this.top.fireShow();
  }

  private showTop(): void {
    for (const page of this.stack.all()) page.node.hidden = page !== this.top;
    this.tabBar?.select(this.top.path, this.isTab(this.top.path));
  }

  /** The browser's back or forward button, or an edited address. */
  private returnTo(route: Route): void {
    if (this.parts.dismissPanel()) {
      this.history.push(this.top); // the browser has left already, for what only closes the panel
      return;
    }
    const index = this.stack.pages().findLastIndex((page) => this.history.shows(page, route));
    if (index >= 0) this.stepBack(this.depth - 1 - index);
    else if (this.isTab(route.path)) this.switchTab(`/${route.path}`);
    else if (this.pages.includes(route.path)) this.reopen(route);
  }

  private stepBack(count: number): void {
    if (count <= 0) return;
    if (this.top.leaveQuestion === null) {
      this.pop(count);
      return;
    }
    this.history.push(this.top); // the browser has left already; stay until the person has answered
    void this.goBack(count);
  }

  private reopen(route: Route): void {
    this.stack.closeAll();
    this.enter(route);
  }

  private makeTabBar(config: NonNullable<AppJson['tabBar']>): TabBar {
    return new TabBar(config, (item, index) => {
      this.switchTab(`/${item.pagePath}`);
      this.top.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text });
    });
  }
}
