import type { OrderRow } from '../../../../../shared/orders/contract';
import { call } from '../../../../lib/call';
import { goBack, pages, replacePage } from '../../../../lib/navigate';
import { followPayment } from '../../followPayment';
import { openBought } from '../../openBought';
import { outcomeOf, outcomes, type Outcome } from './outcomes';

const gone = new WeakSet<object>();

/** What became of a payment: asks until it is certain, and says so when it is not. */
Page({
  data: {
    orderId: '',
    outcome: 'asking' as Outcome,
    words: outcomes.asking as (typeof outcomes)[Outcome],
    order: null as OrderRow | null,
  },

  onLoad({ orderId }: { orderId: string }) {
    this.setData({ orderId });
    void this.ask();
  },

  onUnload() {
    gone.add(this);
  },

  tell(outcome: Outcome) {
    if (outcome !== this.data.outcome) this.setData({ outcome, words: outcomes[outcome] });
  },

  async ask() {
    this.tell('asking');
    const status = await followPayment(this.data.orderId, {
      isGone: () => gone.has(this),
      onReach: (online) => this.tell(online ? 'asking' : 'offline'),
    });
    if (gone.has(this)) return;
    this.tell(outcomeOf(status));
    await this.loadOrder();
  },

  async loadOrder() {
    const reply = await call('getOrders', { orderId: this.data.orderId });
    if (reply.ok) this.setData({ order: reply.data.items[0] ?? null });
  },

  start() {
    const { order } = this.data;
    if (order?.gift) this.openOrder();
    else if (order) openBought(order.item, replacePage);
    else replacePage(pages.learning);
  },

  openOrder() {
    replacePage(pages.order, { orderId: this.data.orderId });
  },

  leave() {
    goBack();
  },
});
