import type { adapter } from './engine';
import { NavigationBar } from './navigationBar';
import { Page, type PageRoot } from './page';
import { formatRoute, type Route } from './route';
import type { MakePage, Router } from './router';
import type { AppJson, WindowConfig } from './windowConfig';

export interface PageFactoryParts {
  app: AppJson;
  pageConfigs: ReadonlyMap<string, WindowConfig>;
  backend: ReturnType<InstanceType<typeof adapter.MiniProgramEnv>['associateBackend']>;
  codeSpace: ReturnType<InstanceType<typeof adapter.MiniProgramEnv>['createCodeSpace']>;
  router: () => Router;
}

/** Returns the function with which the router makes pages. */
export function pageFactory(parts: PageFactoryParts): MakePage {
  let lastId = 0;
  return (route, { depth, channel }) => {
    const config = { ...parts.app.window, ...parts.pageConfigs.get(route.path) };
    lastId += 1;
    return new Page({
      id: lastId,
      route,
      config,
      channel,
      root: makeRoot(parts, 'wx-page', formatRoute(route)),
      bar: makeBar(parts.router(), { config, route, depth }),
      tabBar: wantsCustomTabBar(parts, route)
        ? makeRoot(parts, 'custom-tab-bar', 'custom-tab-bar/index')
        : null,
    });
  };
}

function makeRoot({ backend, codeSpace }: PageFactoryParts, tag: string, url: string): PageRoot {
  return backend.createRoot(tag, codeSpace, url);
}

function makeBar(
  router: Router,
  { config, route, depth }: { config: WindowConfig; route: Route; depth: number },
): NavigationBar {
  const isHome = router.isTab(route.path) || route.path === router.homePath();
  return new NavigationBar(config, {
    back: depth > 0 ? () => void router.goBack(1) : null,
    home: isHome ? null : () => router.reLaunch(`/${router.homePath()}`),
  });
}

function wantsCustomTabBar({ app, router }: PageFactoryParts, route: Route): boolean {
  return app.tabBar?.custom === true && router().isTab(route.path);
}
