import type { Earner } from '../../../../../shared/payouts/contract';
import { formatYuan } from '../../../../../shared/money';
import { yuan } from '../../../../lib/format';
import { emptyList, loadList, loadMore, shownAs } from '../../../../lib/pagedList';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { askMoney } from '../../askMoney';

const earnerView = (earner: Earner) => ({
  ...earner,
  earnerId: earner.person.userId,
  /** Of 分账 all that can be shared is paid at once. */
  most: earner.shareable ?? earner.available,
  whole: earner.shareable !== undefined,
  money: yuan(earner.shareable ?? earner.available),
});
type EarnerView = ReturnType<typeof earnerView>;

/** A sheet that chooses somebody and an amount to be paid out to them. Fires `done` once it waits for a second admin. */
Component({
  properties: { open: { type: Boolean, value: false } },

  data: {
    ...emptyList<EarnerView>(),
    chosen: '',
    typed: '',
    amount: 0,
    whole: false,
    requestId: '',
    busy: false,
  },

  observers: {
    open(open: boolean) {
      if (!open) return;
      const fresh = { chosen: '', typed: '', amount: 0, requestId: requestId() };
      this.setData({ ...emptyList<EarnerView>(), ...fresh });
      void this.load();
    },
  },

  methods: {
    load() {
      return loadList(this, (cursor) => this.fetch(cursor));
    },

    more() {
      void loadMore(this, (cursor) => this.fetch(cursor));
    },

    async fetch(cursor: string | undefined) {
      return shownAs(await askMoney('earners', { action: 'earners', cursor }), earnerView);
    },

    onEarnerTap({ currentTarget }: Tap<{ index: number }>) {
      const earner = this.data.items[currentTarget.dataset.index];
      if (!earner) return;
      if (earner.obstacle) return say(earner.obstacle);
      const { earnerId, most, whole } = earner;
      this.setData({ chosen: earnerId, typed: formatYuan(most), amount: most, whole });
    },

    onAmountInput({ detail }: WechatMiniprogram.CustomEvent<{ value: string; amount?: number }>) {
      this.setData({ typed: detail.value, amount: detail.amount ?? 0 });
    },

    async onSubmitTap() {
      const { chosen, amount, busy } = this.data;
      if (busy) return;
      if (!chosen) return say('请先选择收款人');
      if (amount <= 0) return say('请填写正确的金额');
      this.setData({ busy: true });
      const reply = await askMoney('payout', {
        action: 'proposePayout',
        requestId: this.data.requestId,
        earnerId: chosen,
        amount,
      });
      this.setData({ busy: false });
      if (!reply.ok) return sayWhy(reply);
      say('已发起，等待另一位管理员审核');
      this.triggerEvent('done');
    },

    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
