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

/** Where a teacher's payouts go. What is stored comes back masked, so a change is typed anew. */
Page({
  data: {
    ...loading,
    methods: [] as Balances['payees'],
    words: PAYEE_WORDS,
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
