import * as z from 'zod';

/** An amount that may stand on either side of zero, in fen. */
export const fen = z.int();
/** An amount that is never below nothing, in fen. */
export const amount = z.int().min(0);
export const moment = z.int().min(0);
export const id = z.string().min(1).max(128);
export const words = z.string().max(2000);

/** A history of steps, each at its moment by somebody. */
export const history = z
  .array(
    z.strictObject({
      at: moment,
      event: z.string(),
      from: z.string(),
      to: z.string(),
      by: z.enum(['learner', 'teacher', 'earner', 'admin', 'timer', 'wechat', 'rule']),
    }),
  )
  .min(1);

/** What is left to be done, and when it is come to. */
export const todo = { todo: z.array(z.string()), todoAt: moment.optional() };

/** Who put their name to something. */
export const signature = z.strictObject({ userId: id, nickname: z.string() });

/** What refunds take back, by whom it is borne. */
export const returned = z.strictObject({
  amount,
  teacher: amount,
  affiliate: amount,
  promotion: amount,
  pool: amount,
});
