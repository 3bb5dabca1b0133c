import { call, type Question } from '../../../../lib/call';
import { moved, type Step } from '../../../../lib/reorder';
import { askFirst, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import {
  formOf,
  ICONS,
  NEW_CATEGORY,
  problemOf,
  saveQuestion,
  type Category,
} from './categoryForm';

type FieldInput = WechatMiniprogram.Input<
  WechatMiniprogram.IAnyObject,
  { field: 'name' | 'description' }
>;

/** The shop's categories: each change is stored at once. Fires `change` with `{categories}` as they then are. */
Component({
  properties: {
    categories: { type: Array, value: [] as Category[] },
  },

  data: { icons: ICONS, open: false, form: NEW_CATEGORY, problem: '', busy: false },

  methods: {
    /** Asks the server for a change; the reason why it was refused, empty when it was done. */
    async change(question: Question<'manageShop'>): Promise<string> {
      if (this.data.busy) return '正在保存，请稍等';
      this.setData({ busy: true });
      const reply = await call('manageShop', question);
      this.setData({ busy: false });
      if (!reply.ok) return reply.message;
      this.triggerEvent('change', { categories: reply.data.categories });
      return '';
    },

    onAddTap() {
      this.setData({ open: true, form: NEW_CATEGORY, problem: '' });
    },

    onEditTap({ currentTarget }: Tap<{ index: number }>) {
      const category = this.data.categories[currentTarget.dataset.index];
      if (category) this.setData({ open: true, form: formOf(category), problem: '' });
    },

    onClose() {
      if (!this.data.busy) this.setData({ open: false });
    },

    onFieldInput({ currentTarget, detail }: FieldInput) {
      this.setData({ [`form.${currentTarget.dataset.field}`]: detail.value, problem: '' });
    },

    onIconTap({ currentTarget }: Tap<{ icon: string }>) {
      this.setData({ 'form.icon': currentTarget.dataset.icon });
    },

    async onSaveTap() {
      const { form } = this.data;
      const problem = problemOf(form) || (await this.change(saveQuestion(form)));
      this.setData({ problem, open: problem !== '' });
    },

    async onRemoveTap() {
      const { categoryId, name } = this.data.form;
      if (!(await askFirst(`确定删除“${name}”吗？`, { title: '删除分类', yes: '删除' }))) return;
      const problem = await this.change({ action: 'removeCategory', categoryId });
      this.setData({ problem, open: problem !== '' });
    },

    async onMoveTap({ currentTarget }: Tap<{ index: number; step: Step }>) {
      const { index, step } = currentTarget.dataset;
      const ordered = moved(this.data.categories, index, step);
      if (ordered === this.data.categories) return;
      const categoryIds = ordered.map((each) => each.categoryId);
      const message = await this.change({ action: 'orderCategories', categoryIds });
      if (message) sayWhy({ message });
    },
  },
});
