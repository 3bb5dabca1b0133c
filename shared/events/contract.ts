import * as z from 'zod';
import { defineContract } from '../contract';
import { moment } from '../fields';
import { CLIENT_EVENTS } from './names';

export const recordEvents = defineContract({
  name: 'recordEvents',
  summary: 'Appends what happened on the phone to the event log; an event id counts once.',
  input: z.strictObject({
    events: z
      .array(
        z.strictObject({
          eventId: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
          name: z.enum(CLIENT_EVENTS),
          at: moment,
          page: z
            .string()
            .max(60)
            .regex(/^[a-z0-9/-]*$/)
            .optional(),
          subject: z
            .string()
            .max(40)
            .regex(/^[A-Za-z0-9_-]*$/)
            .optional(),
          source: z
            .string()
            .max(40)
            .regex(/^[A-Za-z0-9_-]*$/)
            .optional(),
        }),
      )
      .min(1)
      .max(20),
  }),
  output: z.object({ recorded: z.int() }),
  errors: [],
});
