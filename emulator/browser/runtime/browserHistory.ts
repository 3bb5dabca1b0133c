import type { Page } from './page';
import { formatRoute, parseRoute, type Route } from './route';

/** Keeps the address bar (`#/pages/course/course?id=c1`) in step with the page stack. */
export class BrowserHistory {
  private ownSteps = 0;

  constructor(onMove: (route: Route) => void) {
    window.addEventListener('popstate', () => {
      const route = this.current();
      if (this.ownSteps > 0) this.ownSteps -= 1;
      else if (route) onMove(route);
    });
  }

  /** The route in the address bar; null when there is none. */
  current(): Route | null {
    const hash = location.hash.replace(/^#\/?/, '');
    return hash ? parseRoute(`/${hash}`) : null;
  }

  push(page: Page): void {
    if (location.hash !== hashOf(page)) {
      history.pushState(null, '', hashOf(page));
      page.inHistory = true;
    }
    retitle(page);
  }

  replace(page: Page): void {
    history.replaceState(null, '', hashOf(page));
    retitle(page);
  }

  /** Steps back over entries of pages that were closed already. */
  goBack(count: number): void {
    this.ownSteps += 1;
    history.go(-count);
  }

  /** True when `page` is what a route in the address bar names. */
  shows(page: Page, route: Route): boolean {
    return formatRoute(page.parts.route) === formatRoute(route);
  }
}

function hashOf(page: Page): string {
  return `#/${formatRoute(page.parts.route)}`;
}

function retitle(page: Page): void {
  document.title = page.parts.bar.title;
}
