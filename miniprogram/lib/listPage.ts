import type { Refusal } from './call';
import { loadList, loadMore, type ListPage, type Part } from './pagedList';

/** What a page says of its list: where the parts come from. */
type Listing = ListPage & {
  fetch(cursor?: string): Promise<{ readonly ok: true; readonly data: Part<unknown> } | Refusal>;
};

/**
 * What every page does that lists something in parts: shows the first, reads it anew when pulled down, and adds the
 * following at its end. Spread into a page that has `fetch` and the data of `emptyList`; it calls `load` when it may.
 */
export const listPage = {
  load(this: Listing): Promise<void> {
    return loadList(this, (cursor) => this.fetch(cursor));
  },

  async onPullDownRefresh(this: Listing): Promise<void> {
    await loadList(this, (cursor) => this.fetch(cursor));
    void wx.stopPullDownRefresh();
  },

  onReachBottom(this: Listing): void {
    void loadMore(this, (cursor) => this.fetch(cursor));
  },
};
