import { call, type Question } from '../../../../lib/call';
import { askFirst } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { formOf, NEW_PLAN, problemOf, saveQuestion, type Plan, type PlanForm } from './planForm';

type FieldInput = WechatMiniprogram.Input<
  WechatMiniprogram.IAnyObject,
  { field: Exclude<keyof PlanForm, 'planId'> }
>;

/** The memberships on offer: each change is stored at once. Fires `change` with `{plans}` as they then are. */
Component({
  properties: {
    plans: { type: Array, value: [] as Plan[] },
  },

  data: { open: false, form: NEW_PLAN, problem: '', busy: false },

  methods: {
    /** Asks the server for a change; the reason why it was refused, empty when it was done. */
    async change(question: Question<'manageShop'>): Promise<string> {
      if (this.data.busy) return '正在保存，请稍等';
      this.setData({ busy: true });
      const reply = await call('manageShop', question);
      this.setData({ busy: false });
      if (!reply.ok) return reply.message;
      this.triggerEvent('change', { plans: reply.data.plans });
      return '';
    },

    onAddTap() {
      this.setData({ open: true, form: NEW_PLAN, problem: '' });
    },

    onEditTap({ currentTarget }: Tap<{ index: number }>) {
      const plan = this.data.plans[currentTarget.dataset.index];
      if (plan) this.setData({ open: true, form: formOf(plan), problem: '' });
    },

    onClose() {
      if (!this.data.busy) this.setData({ open: false });
    },

    onFieldInput({ currentTarget, detail }: FieldInput) {
      this.setData({ [`form.${currentTarget.dataset.field}`]: detail.value, problem: '' });
    },

    async onSaveTap() {
      const { form } = this.data;
      const problem = problemOf(form) || (await this.change(saveQuestion(form)));
      this.setData({ problem, open: problem !== '' });
    },

    async onRemoveTap() {
      const { planId, name } = this.data.form;
      const question = `已开通的会员不受影响，新学员将买不到“${name}”。`;
      if (!(await askFirst(question, { title: '下架会员', yes: '下架' }))) return;
      const problem = await this.change({ action: 'removePlan', planId });
      this.setData({ problem, open: problem !== '' });
    },
  },
});
