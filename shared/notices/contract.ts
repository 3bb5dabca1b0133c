import * as z from 'zod';
import { defineContract } from '../contract';
import { cursor, moment, noticeId, pageOf } from '../fields';

export const getNotices = defineContract({
  name: 'getNotices',
  summary: 'What the caller was told, newest first; reading the first page marks all as read.',
  input: z.strictObject({ cursor: cursor.optional() }),
  output: pageOf(
    z.object({
      noticeId,
      title: z.string(),
      body: z.string(),
      /** A page of the mini-program to open, with its query. */
      page: z.string().optional(),
      read: z.boolean(),
      at: moment,
    }),
  ),
  errors: [],
});

export const deliverOutbox = defineContract({
  name: 'deliverOutbox',
  summary:
    'Timer: does what a transaction left to be done outside it, such as notices and shipping reports, once each.',
  input: z.looseObject({}),
  output: z.object({ looked: z.int(), settled: z.int(), left: z.int() }),
  errors: [],
});
