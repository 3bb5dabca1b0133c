import type { OrderStatus } from '../../../../../shared/orders/machine';
import type { OrderRow } from '../../../../../shared/orders/contract';

export type Tab = 'all' | 'pending' | 'paid' | 'refund';

const PENDING: readonly OrderStatus[] = ['reserving', 'pending', 'closing'];
const PAID: readonly OrderStatus[] = ['paid', 'partiallyRefunded'];

/** The tabs of the order list and which orders each shows. */
export const tabs: readonly { tab: Tab; word: string; shows(order: OrderRow): boolean }[] = [
  { tab: 'all', word: '全部', shows: () => true },
  { tab: 'pending', word: '待支付', shows: ({ status }) => PENDING.includes(status) },
  { tab: 'paid', word: '已完成', shows: ({ status }) => PAID.includes(status) },
  {
    tab: 'refund',
    word: '退款',
    shows: ({ status, refunds }) => refunds.length > 0 || status.startsWith('auto'),
  },
];

/** Whether a tab shows an order. */
export const isShown = (tab: Tab, order: OrderRow): boolean =>
  tabs.find((each) => each.tab === tab)?.shows(order) ?? true;
