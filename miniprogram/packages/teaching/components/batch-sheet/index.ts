import type { ItemKind } from '../../../../../shared/orders/contract';
import { dayAfter, endOfDay } from '../../../../lib/calendar';
import { call, type Answer } from '../../../../lib/call';
import type { Tap } from '../../../../lib/tap';

type Plan = Answer<'getMemberships'>['plans'][number];
type Picked = { readonly courseId: string; readonly title: string };
type Field = 'kind' | 'planId' | 'count' | 'until' | 'note';
type Changed = Tap<{ field: Field }> & { detail: { value: string } };

const KINDS: readonly { readonly value: ItemKind; readonly word: string }[] = [
  { value: 'course', word: '课程' },
  { value: 'membership', word: '会员' },
];
const MOST = 200;
const USUAL_DAYS = 90;

/** What a new batch of codes is for and how many. Fires `pick` to have a course chosen, `make` with the batch, `close`. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    course: { type: Object, value: { courseId: '', title: '' } as Picked },
    busy: { type: Boolean, value: false },
  },

  data: {
    kinds: KINDS,
    plans: [] as { value: string; word: string }[],
    form: { kind: 'course' as ItemKind, planId: '', count: '20', until: '', note: '' },
    problem: '',
  },

  observers: {
    open(open: boolean) {
      if (!open || this.data.form.until) return;
      this.setData({ 'form.until': dayAfter(Date.now(), USUAL_DAYS) });
      void this.loadPlans();
    },
  },

  methods: {
    async loadPlans() {
      const reply = await call('getMemberships', {});
      if (!reply.ok) return;
      const plans = reply.data.plans.map(({ planId, name }: Plan) => ({
        value: planId,
        word: name,
      }));
      this.setData({ plans, 'form.planId': plans[0]?.value ?? '' });
    },

    onChange({ currentTarget, detail }: Changed) {
      this.setData({ [`form.${currentTarget.dataset.field}`]: detail.value, problem: '' });
    },

    onPickTap() {
      this.triggerEvent('pick');
    },

    onMakeTap() {
      const { kind, planId, count, until, note } = this.data.form;
      const id = kind === 'course' ? (this.data.course as Picked).courseId : planId;
      const problem = this.complain(id);
      this.setData({ problem });
      if (problem || this.data.busy) return;
      this.triggerEvent('make', {
        item: { kind, id },
        count: Number(count),
        expiresAt: endOfDay(until),
        note: note.trim(),
      });
    },

    complain(id: string): string {
      const { kind, count } = this.data.form;
      if (!id) return kind === 'course' ? '请选择课程' : '还没有会员套餐';
      const fits = /^\d{1,3}$/.test(count) && Number(count) >= 1 && Number(count) <= MOST;
      return fits ? '' : `数量为 1 到 ${MOST}`;
    },

    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
  },
});
