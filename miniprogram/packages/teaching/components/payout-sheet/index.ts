import { formatYuan, type Fen } from '../../../../../shared/money';
import { yuan } from '../../../../lib/format';
import { requestId } from '../../../../lib/requestId';
import { askFirst, sayWhy } from '../../../../lib/say';
import { askEarnings, type Balances } from '../../earnings';

type Typed = { detail: { value: string; amount?: Fen } };

/** A sheet that asks for a payout: how much of what is available. Fires `done` once it is asked for, and `close`. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    balances: { type: Object, value: {} as Balances },
    /** Where it goes, in words. */
    payee: { type: String, value: '' },
  },

  data: { typed: '', amount: 0, problem: '', busy: false, requestId: '', least: '', most: '' },

  observers: {
    open(open: boolean) {
      if (open) this.start();
    },
  },

  methods: {
    /** One opening of the sheet is one intention: however often it is sent, one payout is made. */
    start() {
      const { available, leastPayout } = this.data.balances as Balances;
      this.setData({
        typed: formatYuan(available),
        amount: available,
        problem: '',
        requestId: requestId(),
        least: yuan(leastPayout),
        most: yuan(available),
      });
    },

    onInput({ detail: { value, amount } }: Typed) {
      this.setData({ typed: value, amount: amount ?? 0, problem: '' });
    },

    onAllTap() {
      const { available } = this.data.balances as Balances;
      this.setData({ typed: formatYuan(available), amount: available, problem: '' });
    },

    async onConfirmTap() {
      const { amount, busy, payee } = this.data;
      const problem = this.complain(amount);
      this.setData({ problem });
      if (busy || problem) return;
      const sure = await askFirst(`提现 ${yuan(amount as Fen)} 到 ${payee}，确定吗？`, {
        title: '确认提现',
        yes: '提现',
      });
      if (sure) await this.send(amount);
    },

    complain(amount: number): string {
      const { available, leastPayout } = this.data.balances as Balances;
      if (amount < leastPayout) return `每次至少提现 ${yuan(leastPayout)}`;
      return amount > available ? `最多可提现 ${yuan(available)}` : '';
    },

    async send(amount: number) {
      this.setData({ busy: true });
      const { requestId: number } = this.data;
      const reply = await askEarnings<'payout'>({
        action: 'requestPayout',
        requestId: number,
        amount,
      });
      this.setData({ busy: false });
      if (reply.ok) return this.triggerEvent('done');
      if (reply.code === 'REQUEST_REUSED') this.setData({ requestId: requestId() });
      sayWhy(reply);
    },

    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
