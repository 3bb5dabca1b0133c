import { ok } from '../../shared/result';
import { editCourse as contract } from '../../shared/teaching/contract';
import { courseBy } from '../../server/catalogue/courses';
import { defineFunction, NO_TARGET } from '../../server/defineFunction';
import { live } from '../../server/live';
import { existing, readShop } from '../../server/shop/settings';
import { edit } from '../../server/teaching/course';
import { draftOf } from '../../server/teaching/course/draft';

export const handler = defineFunction(contract, {
  reads: (input) => ({
    course: courseBy(input.action === 'create' ? '' : input.courseId),
    shop: readShop(),
  }),
  owner: ({ course }, { action }) => (action === 'create' ? NO_TARGET : course?.teacherId),
  run: async (input, { found: { course, shop }, ...context }) => {
    const edited = await edit(input, course, { ...context, shop: existing(shop) });
    return edited.ok ? ok(draftOf(edited.data)) : edited;
  },
});

export const main = live(handler);
