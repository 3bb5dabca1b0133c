import { call, type Answer } from '../../../../lib/call';
import { failed, loading, ready } from '../../../../lib/pageState';
import { warnBeforeLeaving } from '../../../../lib/unsaved';
import { saveShop } from '../../shopParts';
import { EMPTY_TERMS, formOf, problemOf, saveQuestion, type TermsForm } from './termsForm';

type Plans = Answer<'manageShop'>['plans'];
type FieldInput = WechatMiniprogram.Input<WechatMiniprogram.IAnyObject, { field: keyof TermsForm }>;

/** What the shop's owner sets for money: memberships on offer, when refunds need no decision, the teacher's share. */
Page({
  data: {
    ...loading,
    plans: [] as Plans,
    form: EMPTY_TERMS,
    problem: '',
    unsaved: false,
    saving: false,
  },

  async load() {
    this.setData(loading);
    const reply = await call('manageShop', { action: 'read' });
    if (!reply.ok) return this.setData(failed(reply));
    this.setData({ ...ready, plans: reply.data.plans, form: formOf(reply.data) });
  },

  onPlansChange({ detail }: WechatMiniprogram.CustomEvent<{ plans: Plans }>) {
    this.setData({ plans: detail.plans });
  },

  onFieldInput({ currentTarget, detail }: FieldInput) {
    const field = `form.${currentTarget.dataset.field}`;
    this.setData({ [field]: detail.value, problem: '', unsaved: true });
    warnBeforeLeaving(true);
  },

  async onSaveTap() {
    const problem = problemOf(this.data.form);
    this.setData({ problem });
    if (!problem) await saveShop(this, saveQuestion(this.data.form));
  },
});
