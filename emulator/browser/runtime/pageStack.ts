import type { Instance } from './engine';
import type { Page } from './page';
import { rootOf } from './released';

/** The open pages: the stack the person walked, and tab pages kept alive behind it. */
export class PageStack {
  private stack: Page[] = [];
  private readonly kept = new Map<string, Page>();

  /** The page on screen. Throws before the first one is open. */
  get top(): Page {
    const page = this.stack.at(-1);
    if (!page) throw new Error('no page is open yet');
    return page;
  }

  get depth(): number {
    return this.stack.length;
  }

  /** The stack, bottom first. */
  pages(): readonly Page[] {
    return this.stack;
  }

  /** Every page alive, on the stack or kept behind it. */
  all(): Page[] {
    return [...new Set([...this.kept.values(), ...this.stack])];
  }

  push(page: Page, isTab: boolean): void {
    this.stack.push(page);
    if (isTab) this.kept.set(page.path, page);
  }

  /** Closes the topmost pages. */
  drop(count: number): void {
    if (count > 0) for (const page of this.stack.splice(-count).reverse()) this.close(page);
  }

  closeAll(): void {
    for (const page of this.all().reverse()) this.close(page);
    this.stack = [];
  }

  /** Empties the stack, closing what is no tab; returns the kept page of the tab to show, if it is open. */
  leaveFor(tabPath: string): Page | undefined {
    const leaving = this.stack.splice(0).reverse();
    leaving[0]?.fireHide();
    for (const page of leaving) if (!this.kept.has(page.path)) this.close(page);
    return this.kept.get(tabPath);
  }

  /** The page that a page, component or tab bar instance lives in. */
  pageOf(instance: Instance): Page | undefined {
    const node = rootOf(instance);
    return this.all().find((page) => page.instance._$ === node || page.tabBarInstance?._$ === node);
  }

  private close(page: Page): void {
    page.close();
    if (this.kept.get(page.path) === page) this.kept.delete(page.path);
  }
}
