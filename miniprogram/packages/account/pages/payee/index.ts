import { minute } from '../../../../lib/format';
import { goBack } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { askEarnings, PAYEE_WORDS, payeeWord, type Balances } from '../../earnings';
import { complaintOf, EMPTY_FORM, payeeOf, type PayeeForm } from './payeeForm';

type FieldInput = WechatMiniprogram.Input<
  WechatMiniprogram.IAnyObject,
  { field: 'realName' | 'bankName' | 'account' }
>;

/** How the money of each kind comes to a wallet. */
const HINTS: Partial<Record<PayeeForm['method'], string>> = {
  wechat: '提现会转到你现在登录的微信，到账前需要你在微信里确认收款',
  sharing:
    '每笔订单付款后 28 天内，按微信支付允许的比例直接分到你现在登录的微信，不用确认收款；超出比例、已退款或过期的部分，请换用其他收款方式提现',
};

/** Where a teacher's payouts go. What is stored comes back masked, so a change is typed anew. */
Page({
  data: {
    ...loading,
    methods: [] as Balances['payees'],
    words: PAYEE_WORDS,
    hints: HINTS,
    current: '',
    usableFrom: '',
    form: EMPTY_FORM,
    saving: false,
  },

  async load() {
    this.setData(loading);
    const reply = await askEarnings<'balances'>({ action: 'read' });
    if (!reply.ok) return this.setData(failed(reply));
    const { payee, payees } = reply.data;
    const waiting = payee && payee.usableFrom > Date.now();
    this.setData({
      ...ready,
      methods: payees,
      current: payee ? payeeWord(payee) : '',
      usableFrom: waiting ? minute(payee.usableFrom) : '',
      'form.method': payees[0] ?? 'bank',
    });
  },

  onMethodTap({ currentTarget }: Tap<{ method: PayeeForm['method'] }>) {
    this.setData({ 'form.method': currentTarget.dataset.method });
  },

  onFieldInput({ currentTarget, detail }: FieldInput) {
    this.setData({ [`form.${currentTarget.dataset.field}`]: detail.value });
  },

  async onSaveTap() {
    const { form, saving } = this.data;
    const complaint = complaintOf(form);
    if (complaint) return say(complaint);
    if (saving || !(await askFirst('保存后 48 小时内不能提现，确定吗？', { yes: '保存' }))) return;
    this.setData({ saving: true });
    const reply = await askEarnings<'balances'>({ action: 'setPayee', payee: payeeOf(form) });
    this.setData({ saving: false });
    if (!reply.ok) return sayWhy(reply);
    say('收款方式已保存');
    goBack();
  },
});
