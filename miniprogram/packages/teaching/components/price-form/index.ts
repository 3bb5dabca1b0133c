import type { Tap } from '../../../../lib/tap';
import type { Problems } from '../../pages/course-edit/courseForm';
import type { PriceForm } from '../../pages/course-edit/prices';

type Field = keyof PriceForm;
type Changed = Tap<{ field: Field }> & { detail: { value: string | boolean } };

/** The prices of a course: list, for a time, for members. Fires `change` with `{field, value}`; its owner keeps them. */
Component({
  properties: {
    form: { type: Object, value: {} as PriceForm },
    problems: { type: Object, value: {} as Problems },
  },
  methods: {
    onChange({ currentTarget, detail }: Changed) {
      this.triggerEvent('change', { field: currentTarget.dataset.field, value: detail.value });
    },
  },
});
