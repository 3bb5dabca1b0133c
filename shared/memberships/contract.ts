import * as z from 'zod';
import { defineContract } from '../contract';
import { courseId, fenAmount, moment } from '../fields';

export const getMemberships = defineContract({
  name: 'getMemberships',
  summary: 'The membership plans on sale, what they open, and until when the caller is a member.',
  input: z.strictObject({}),
  output: z.object({
    plans: z.array(
      z.object({
        planId: courseId,
        name: z.string(),
        days: z.int(),
        price: fenAmount,
        perks: z.array(z.string()),
      }),
    ),
    until: moment.optional(),
    freeCourseCount: z.int(),
  }),
  errors: [],
});
