import type { Values } from './engine';
import type { Route } from './route';

/** The options of onLaunch and onShow. */
export interface LaunchOptions {
  path: string;
  query: Values;
  scene: number;
  referrerInfo: object;
}

type Listener = (argument: unknown) => void;
type AppEvent = 'onShow' | 'onHide' | 'onError' | 'onUnhandledRejection' | 'onPageNotFound';

const SCENE_FROM_DISCOVER = 1001;

/** The App() instance and its lifecycle. */
export class AppLifecycle {
  /** getApp(). */
  instance: Values = {};
  private readonly listeners = new Map<AppEvent, Set<Listener>>();
  readonly launchOptions: LaunchOptions;

  constructor({ path, query }: Route) {
    this.launchOptions = { path, query, scene: SCENE_FROM_DISCOVER, referrerInfo: {} };
  }

  /** App(definition). */
  define(definition: Values): void {
    Object.assign(this.instance, definition);
  }

  launch(): void {
    this.call('onLaunch', this.launchOptions);
    this.fire('onShow', this.launchOptions);
    document.addEventListener('visibilitychange', () => {
      this.fire(document.hidden ? 'onHide' : 'onShow', this.launchOptions);
    });
    window.addEventListener('error', (event) => this.fire('onError', event.message));
    window.addEventListener('unhandledrejection', (event) =>
      this.fire('onUnhandledRejection', { reason: event.reason, promise: event.promise }),
    );
  }

  /** Calls the app's own handler and whoever listens through wx.onAppShow and its like. */
  fire(event: AppEvent, argument: unknown): void {
    this.call(event, argument);
    for (const listener of this.listeners.get(event) ?? []) listener(argument);
  }

  on(event: AppEvent, listener: Listener): void {
    const known = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, known.add(listener));
  }

  off(event: AppEvent, listener: Listener): void {
    this.listeners.get(event)?.delete(listener);
  }

  private call(name: string, argument: unknown): void {
    const method = this.instance[name];
    if (typeof method === 'function') method.call(this.instance, argument);
  }
}
