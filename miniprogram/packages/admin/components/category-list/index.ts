import { moved, type Step } from '../../../../lib/reorder';
import { askFirst, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { shopParts } from '../../shopParts';
import {
  formOf,
  ICONS,
  NEW_CATEGORY,
  problemOf,
  saveQuestion,
  type Category,
} from './categoryForm';

/** The shop's categories: each change is stored at once. Fires `change` with `{categories}` as they then are. */
Component({
  properties: {
    categories: { type: Array, value: [] as Category[] },
  },

  data: { icons: ICONS, open: false, form: NEW_CATEGORY, problem: '', busy: false },

  methods: {
    ...shopParts({ name: 'categories', blank: NEW_CATEGORY, formOf, problemOf, saveQuestion }),

    onIconTap({ currentTarget }: Tap<{ icon: string }>) {
      this.setData({ 'form.icon': currentTarget.dataset.icon });
    },

    async onRemoveTap() {
      const { categoryId, name } = this.data.form;
      if (!(await askFirst(`确定删除“${name}”吗？`, { title: '删除分类', yes: '删除' }))) return;
      await this.changeInSheet({ action: 'removeCategory', categoryId });
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
