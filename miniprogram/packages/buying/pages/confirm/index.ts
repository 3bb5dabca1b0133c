import type { ItemKind } from '../../../../../shared/orders/contract';
import { askToNotify } from '../../../../lib/askToNotify';
import type { Answer, Refusal } from '../../../../lib/call';
import { recordEvent } from '../../../../lib/events';
import { pages, replacePage } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { isPaid, openOrder, resumeOrder } from '../../../../lib/pay';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import { requireLogin, whoAmI } from '../../../../lib/session';
import { payNow } from '../../payNow';
import { findPurchase, type Purchase } from './purchase';

/** The last look before paying: what, how much, on which terms. One page is one intention to buy. */
Page({
  data: {
    ...loading,
    kind: 'course' as ItemKind,
    id: '',
    requestId: '',
    purchase: null as Purchase | null,
    agreed: false,
    busy: false,
  },

  onLoad({ kind, id }: { kind: ItemKind; id: string }) {
    this.setData({ kind, id, requestId: requestId() });
    recordEvent({ name: 'page_view', page: 'confirm', subject: id });
    void this.load();
  },

  async load() {
    this.setData(loading);
    const { kind, id } = this.data;
    const [found] = await Promise.all([findPurchase(kind, id), whoAmI()]);
    this.setData(found.ok ? { ...ready, purchase: found.data } : failed(found));
  },

  agree() {
    this.setData({ agreed: !this.data.agreed });
  },

  async pay() {
    if (this.data.busy) return;
    if (!this.data.agreed) return say('请先阅读并同意退款规则');
    this.setData({ busy: true });
    await askToNotify('paid');
    const left = (await requireLogin()) ? await this.order() : false;
    if (!left) this.setData({ busy: false });
  },

  /** Answers whether another page has taken over. */
  async order(): Promise<boolean> {
    const { requestId, kind, id } = this.data;
    const reply = await openOrder({ requestId, kind, id });
    if (!reply.ok) return this.explain(reply);
    await this.settle(reply.data);
    return true;
  },

  async settle({ orderId, status, payment }: Answer<'createOrder'>) {
    if (isPaid(status)) return replacePage(pages.result, { orderId });
    if (payment) return payNow(orderId, payment);
    const resumed = await resumeOrder(orderId);
    if (resumed.ok) return payNow(orderId, resumed.data.payment);
    sayWhy(resumed);
    replacePage(pages.order, { orderId });
  },

  explain(refusal: Refusal<'createOrder'>): boolean {
    sayWhy(refusal);
    if (refusal.code === 'REQUEST_REUSED') this.setData({ requestId: requestId() });
    const owned = refusal.code === 'COURSE_ALREADY_OWNED';
    if (owned) replacePage(pages.course, { courseId: this.data.id });
    return owned;
  },
});
