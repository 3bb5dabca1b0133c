import { formatYuan, type Fen } from '../../../../../shared/money';
import { yuan } from '../../../../lib/format';
import { requestId } from '../../../../lib/requestId';
import { askFirst, sayWhy } from '../../../../lib/say';
import { askEarnings, type Balances } from '../../earnings';

type Typed = { detail: { value: string; amount?: Fen } };

/** What can be paid out at once; of 分账 it is all or nothing, for it is made of whole orders. */
const mostOf = ({ available, shareable }: Balances): Fen => shareable ?? available;

/** A sheet that asks for a payout: how much of what is available. Fires `done` once it is asked for, and `close`. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    balances: { type: Object, value: {} as Balances },
    /** Where it goes, in words. */
    payee: { type: String, value: '' },
  },

  data: {
    typed: '',
    amount: 0,
    problem: '',
    busy: false,
    requestId: '',
    least: '',
    most: '',
    whole: false,
  },

  observers: {
    open(open: boolean) {
      if (open) this.start();
    },
  },

  methods: {
    /** One opening of the sheet is one intention: however often it is sent, one payout is made. */
    start() {
      const { leastPayout, shareable } = this.data.balances as Balances;
      const most = mostOf(this.data.balances as Balances);
      this.setData({
        typed: formatYuan(most),
        amount: most,
        whole: shareable !== undefined,
        problem: '',
        requestId: requestId(),
        least: yuan(leastPayout),
        most: yuan(most),
      });
    },

    onInput({ detail: { value, amount } }: Typed) {
      this.setData({ typed: value, amount: amount ?? 0, problem: '' });
    },

    onAllTap() {
      const most = mostOf(this.data.balances as Balances);
      this.setData({ typed: formatYuan(most), amount: most, problem: '' });
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
      const { leastPayout } = this.data.balances as Balances;
      const most = mostOf(this.data.balances as Balances);
      if (amount < leastPayout) return `每次至少提现 ${yuan(leastPayout)}`;
      return amount > most ? `最多可提现 ${yuan(most)}` : '';
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
