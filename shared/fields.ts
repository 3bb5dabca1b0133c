import * as z from 'zod';
import { ID } from './id';
import { fen } from './money';

const id = z.string().regex(ID);

export const userId = id;
export const courseId = id;
export const chapterId = id;
export const lessonId = id;
export const categoryId = id;
export const orderId = id;
export const refundId = id;
export const payoutId = id;
export const commentId = id;
export const noticeId = id;
export const couponId = id;

/** Chosen by the phone, one for each tap: a repeated request is answered again, not done again. */
export const requestId = z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/);

/** Where the next page starts, as the page before gave it: opaque to the phone. */
export const cursor = z.string().regex(/^-?[0-9]{1,16}[.][A-Za-z0-9_-]{1,40}$/);

/** An amount in integer fen, 0 to 1,000,000 yuan. */
export const fenAmount = z.int().min(0).max(100_000_000).transform(fen);

/** A moment in epoch milliseconds. */
export const moment = z.int().min(0);

/** A file in cloud storage, by the id that storage gave it. */
export const fileId = z
  .string()
  .max(512)
  .regex(/^cloud:\/\/[A-Za-z0-9._-]+\/[^\s?#\\]+$/);

/** Lone surrogates, control characters but the line feed, and marks that change the direction of text. */
const FORBIDDEN =
  /[\p{Surrogate}\u0000-\u0009\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Text a person wrote: trimmed, well formed, without control or direction-changing characters. Length in characters. */
export const text = (min: number, max: number) =>
  z
    .string()
    .max(max * 2)
    .transform((value) => value.trim())
    .refine((value) => !FORBIDDEN.test(value))
    .refine((value) => [...value].length >= min && [...value].length <= max);

/** A page of a list: `next` is the cursor of the following page, absent on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: cursor.optional() });
