import type { Host } from '../runtime/host';
import type { TabBar } from '../runtime/tabBar';
import type { TabItem } from '../runtime/windowConfig';
import { asyncApis, type ApiTable } from './asyncApi';

interface IndexOptions {
  index: number;
}

/** The tab bar of app.json: badges, dots, items, hiding. */
export function tabBarApi({ router }: Host): ApiTable {
  const bar = (): TabBar => {
    if (!router.tabBar) throw new Error('not TabBar page');
    return router.tabBar;
  };
  return asyncApis({
    setTabBarBadge: ({ index, text }: IndexOptions & { text: string }) =>
      bar().setBadge(index, text),
    removeTabBarBadge: ({ index }: IndexOptions) => bar().setBadge(index, null),
    showTabBarRedDot: ({ index }: IndexOptions) => bar().setBadge(index, ''),
    hideTabBarRedDot: ({ index }: IndexOptions) => bar().setBadge(index, null),
    showTabBar: () => bar().setWanted(true),
    hideTabBar: () => bar().setWanted(false),
    setTabBarItem: ({ index, ...change }: IndexOptions & Partial<TabItem>) =>
      bar().setItem(index, change),
  });
}
