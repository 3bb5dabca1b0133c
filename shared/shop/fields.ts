import * as z from 'zod';
import { courseId, fenAmount, text } from '../fields';
import { fen } from '../money';
import { MOST_AFFILIATE_SHARE, WHOLE_PRICE } from './shares';

/** Most of the memberships one shop offers side by side. */
export const MOST_PLANS = 12;

export const planId = courseId;

/** A membership as an admin offers it: days, price in fen, and what it promises. */
export const planTerms = {
  name: text(1, 12),
  days: z.int().min(1).max(3650),
  price: z.int().min(1).max(100_000_000).transform(fen),
  perks: z.array(text(1, 30)).max(6),
};

/** The rules an admin sets for money: when refunds need no decision, and the teacher's part in basis points. */
export const shopTerms = {
  refundRule: z.strictObject({
    /** Days after paying. */
    days: z.int().min(0).max(90),
    /** Percent of the course that may have been learned. */
    maxPercent: z.int().min(0).max(100),
    /** What a teacher may give back alone, in fen. */
    teacherLimit: fenAmount,
  }),
  /** For orders to come: each order keeps the share it was made with. */
  teacherShare: z.strictObject({
    course: z.int().min(0).max(WHOLE_PRICE),
    membership: z.int().min(0).max(WHOLE_PRICE),
  }),
  /** What an affiliate gets of a course they bring a buyer to, in basis points; 0 where the shop has no affiliates. */
  affiliateShare: z.int().min(0).max(MOST_AFFILIATE_SHARE),
};
