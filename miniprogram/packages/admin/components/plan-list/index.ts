import { askFirst } from '../../../../lib/say';
import { shopParts } from '../../shopParts';
import { formOf, NEW_PLAN, problemOf, saveQuestion, type Plan } from './planForm';

/** The memberships on offer: each change is stored at once. Fires `change` with `{plans}` as they then are. */
Component({
  properties: {
    plans: { type: Array, value: [] as Plan[] },
  },

  data: { open: false, form: NEW_PLAN, problem: '', busy: false },

  methods: {
    ...shopParts({ name: 'plans', blank: NEW_PLAN, formOf, problemOf, saveQuestion }),

    async onRemoveTap() {
      const { planId, name } = this.data.form;
      const question = `已开通的会员不受影响，新学员将买不到“${name}”。`;
      if (!(await askFirst(question, { title: '下架会员', yes: '下架' }))) return;
      await this.changeInSheet({ action: 'removePlan', planId });
    },
  },
});
