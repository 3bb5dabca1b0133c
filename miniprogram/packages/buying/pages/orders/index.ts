import type { OrderRow } from '../../../../../shared/orders/contract';
import { call } from '../../../../lib/call';
import { listPage } from '../../../../lib/listPage';
import { openPage, pages } from '../../../../lib/navigate';
import { emptyList, partsUntilSome, shownAs } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import { actOnOrder, type OrderAction } from '../../orderActions';
import { orderView, type OrderView } from '../../orderWords';
import { isShown, tabs, type Tab } from './tabs';

type TapOn<Data> = { currentTarget: { dataset: Data } };

/** The next orders a tab shows: the server lists all of them in one row. */
const fetchShown = async (tab: Tab, from?: string) => {
  const reply = await partsUntilSome(
    (cursor) => call('getOrders', cursor ? { cursor } : {}),
    (order: OrderRow) => isShown(tab, order),
    from,
  );
  return shownAs(reply, orderView);
};

/** The caller's orders by how far they are, with what can be done about each. */
Page({
  ...listPage,

  data: {
    ...emptyList<OrderView>(),
    tabs: tabs.map(({ tab, word }) => ({ tab, word })),
    tab: 'all' as Tab,
    busy: '',
  },

  onLoad({ tab }: { tab?: Tab }) {
    if (tab) this.setData({ tab });
  },

  onShow() {
    void this.load();
  },

  fetch(cursor?: string) {
    return fetchShown(this.data.tab, cursor);
  },

  turnTo({ currentTarget }: TapOn<{ tab: Tab }>) {
    this.setData({ ...loading, tab: currentTarget.dataset.tab });
    void this.load();
  },

  open({ currentTarget }: TapOn<{ order: string }>) {
    openPage(pages.order, { orderId: currentTarget.dataset.order });
  },

  async act({ currentTarget }: TapOn<{ order: string; action: OrderAction }>) {
    const { order: orderId, action } = currentTarget.dataset;
    const order = this.data.items.find((each) => each.orderId === orderId);
    if (!order || this.data.busy) return;
    this.setData({ busy: orderId });
    if ((await actOnOrder(action, order)) === 'elsewhere') return;
    this.setData({ busy: '' });
    await this.load();
  },

  browse() {
    openPage(pages.discover);
  },
});
