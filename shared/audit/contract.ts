import * as z from 'zod';
import { defineContract } from '../contract';

export const audit = defineContract({
  name: 'audit',
  summary:
    'Timer, through the night: looks at every document about money for what must always be true, page by page, and goes on where the time ran out. It tells the admins what is wrong and repairs nothing.',
  input: z.looseObject({}),
  output: z.object({
    /** The day in Beijing whose audit this is. */
    date: z.string(),
    status: z.enum(['running', 'clean', 'violated']),
    /** Documents looked at so far. */
    looked: z.int(),
    violations: z.int(),
  }),
  errors: [],
});
