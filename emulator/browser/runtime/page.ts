import { element } from './dom';
import type { Instance } from './engine';
import type { EventChannel } from './eventChannel';
import type { NavigationBar } from './navigationBar';
import { PullDown } from './pullDown';
import { markReleased } from './released';
import type { Route } from './route';
import type { WindowConfig } from './windowConfig';

/** The root component of a page, as the adapter makes it. */
export interface PageRoot {
  get(): unknown;
  getComponent(): unknown;
  attach(parent: never, placeholder: never): void;
  release(): void;
}

export interface PageParts {
  id: number;
  route: Route;
  config: WindowConfig;
  root: PageRoot;
  bar: NavigationBar;
  channel: EventChannel | null;
  /** The page's custom tab bar, when app.json asks for one. */
  tabBar: PageRoot | null;
}

const DEFAULT_REACH_BOTTOM_PX = 50;

/** One page of the stack: its DOM box, its instance and its lifecycle. */
export class Page {
  readonly node: HTMLElement;
  readonly scroller: HTMLElement;
  readonly pullDown: PullDown;
  readonly instance: Instance;
  /** What to ask before the person goes back from here (wx.enableAlertBeforeUnload). */
  leaveQuestion: string | null = null;
  /** True once the browser history has an entry of its own for this page. */
  inHistory = false;
  private readonly placeholder = element('span');
  private atBottom = false;

  constructor(readonly parts: PageParts) {
    const { bar, config, route } = parts;
    this.instance = parts.root.get() as Instance;
    Object.assign(this.instance, {
      route: route.path,
      __route__: route.path,
      options: route.query,
    });
    this.scroller = element('div', { class: 'mp-scroller', children: [this.placeholder] });
    this.pullDown = new PullDown(this.scroller, () => this.call('onPullDownRefresh'));
    const view = element('div', {
      class: 'mp-view',
      children: [this.pullDown.node, this.scroller],
    });
    view.style.backgroundColor = config.backgroundColorContent ?? '';
    this.node = element('div', { class: 'mp-page', children: [bar.node, view] });
    this.node.dataset['route'] = route.path;
    this.prepareScrolling(config);
  }

  get path(): string {
    return this.parts.route.path;
  }

  get tabBarInstance(): Instance | undefined {
    return this.parts.tabBar?.get() as Instance | undefined;
  }

  /** Puts the page on screen and runs its lifecycle up to onShow; onReady follows a frame later. */
  open(): void {
    const { root, route, tabBar } = this.parts;
    const { $$ } = this.instance._$;
    $$?.setAttribute('route', route.path);
    root.attach(this.scroller as never, this.placeholder as never);
    if (tabBar) this.attachTabBar(tabBar);
    this.call('onLoad', route.query);
    this.fireShow();
    requestAnimationFrame(() => this.call('onReady'));
  }

  fireShow(): void {
    this.call('onShow');
    this.fireForComponents('show');
  }

  fireHide(): void {
    this.call('onHide');
    this.fireForComponents('hide');
  }

  /** Runs onUnload and removes the page. */
  close(): void {
    this.call('onUnload');
    markReleased(this.instance);
    this.parts.root.release();
    this.parts.tabBar?.release();
    this.node.remove();
  }

  /** Calls a page method if the page has it. */
  call(name: string, ...args: unknown[]): unknown {
    const method = this.instance[name];
    return typeof method === 'function' ? method.apply(this.instance, args) : undefined;
  }

  /** Tells the page and its components about show, hide or resize. */
  fireForComponents(name: 'show' | 'hide' | 'resize', ...args: unknown[]): void {
    this.instance._$.triggerPageLifetime(name, args);
    this.tabBarInstance?._$.triggerPageLifetime(name, args);
  }

  /** Inside the page's element, so that variables set on `page` reach the tab bar too. */
  private attachTabBar(tabBar: PageRoot): void {
    const place = element('span');
    const home = this.instance._$.$$ ?? this.scroller;
    home.append(place);
    tabBar.attach(home as never, place as never);
  }

  private prepareScrolling(config: WindowConfig): void {
    const reach = config.onReachBottomDistance ?? DEFAULT_REACH_BOTTOM_PX;
    this.scroller.classList.toggle('mp-still', config.disableScroll === true);
    this.scroller.addEventListener('scroll', () => this.onScroll(reach), { passive: true });
    if (config.enablePullDownRefresh) this.pullDown.enable();
  }

  private onScroll(reachBottom: number): void {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    this.call('onPageScroll', { scrollTop });
    const near = scrollTop + clientHeight >= scrollHeight - reachBottom;
    if (near && !this.atBottom) this.call('onReachBottom');
    this.atBottom = near;
  }
}
