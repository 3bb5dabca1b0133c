import * as z from 'zod';
import { defineContract } from '../contract';
import { commentId, courseId, cursor, fileId, moment, pageOf, requestId, text } from '../fields';

/** `pending` waits for a person's look; `hidden` was taken down with a reason; `deleted` leaves a tombstone. */
export const COMMENT_STATUSES = ['visible', 'pending', 'hidden', 'deleted'] as const;
export const COMMENT_KINDS = ['comment', 'question', 'rating'] as const;

const author = z.object({
  nickname: z.string(),
  avatar: fileId.optional(),
  teacher: z.boolean(),
  /** Wrote it as someone who owns the course. */
  owner: z.boolean(),
});

const comment = z.object({
  commentId,
  courseId,
  kind: z.enum(COMMENT_KINDS),
  stars: z.int().optional(),
  content: z.string(),
  status: z.enum(COMMENT_STATUSES),
  author,
  mine: z.boolean(),
  edited: z.boolean(),
  at: moment,
  replies: z.array(
    z.object({
      commentId,
      content: z.string(),
      status: z.enum(COMMENT_STATUSES),
      author,
      mine: z.boolean(),
      edited: z.boolean(),
      at: moment,
    }),
  ),
});
export type Comment = z.output<typeof comment>;

export const postComment = defineContract({
  name: 'postComment',
  summary:
    'Posts a comment, a question to the teacher (also before buying), a rating (those who own the course, once) or a reply, after a content check; what the check doubts waits for a person. Stars make it a rating; a reply is a plain comment.',
  input: z.strictObject({
    requestId,
    courseId,
    content: text(1, 500),
    parentId: commentId.optional(),
    kind: z.enum(COMMENT_KINDS).optional(),
    stars: z.int().min(1).max(5).optional(),
  }),
  output: z.object({ commentId, status: z.enum(COMMENT_STATUSES) }),
  errors: [
    'NOT_FOUND',
    'NOT_ENROLLED',
    'CONTENT_REJECTED',
    'ALREADY_RATED',
    'COMMENT_TOO_DEEP',
    'REQUEST_REUSED',
  ],
});

export const getComments = defineContract({
  name: 'getComments',
  summary: 'A course’s comments with their replies, newest first, in pages of twenty.',
  input: z.strictObject({
    courseId,
    kind: z.enum(COMMENT_KINDS).optional(),
    cursor: cursor.optional(),
  }),
  output: pageOf(comment),
  errors: [],
});

export const updateComment = defineContract({
  name: 'updateComment',
  summary: 'Changes the caller’s own comment; it is checked again and marked as edited.',
  input: z.strictObject({ commentId, content: text(1, 500) }),
  output: z.object({}),
  errors: ['NOT_FOUND', 'CONTENT_REJECTED', 'CHANGED_MEANWHILE'],
});

export const deleteComment = defineContract({
  name: 'deleteComment',
  summary: 'Takes back the caller’s own comment, leaving a tombstone for its replies.',
  input: z.strictObject({ commentId }),
  output: z.object({}),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
});

export const moderateComments = defineContract({
  name: 'moderateComments',
  summary:
    'The queue of comments that wait for a look, and the decision on one, which is given back; for admins.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list'), cursor: cursor.optional() }),
    z.strictObject({ action: z.literal('show'), commentId }),
    z.strictObject({ action: z.literal('hide'), commentId, reason: text(2, 100) }),
  ]),
  output: pageOf(
    z.object({ commentId, courseId, content: z.string(), nickname: z.string(), at: moment }),
  ),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
});

export const getQuestions = defineContract({
  name: 'getQuestions',
  summary: 'Questions and comments on the courses a teacher teaches, unanswered ones first.',
  input: z.strictObject({ answered: z.boolean().optional(), cursor: cursor.optional() }),
  output: pageOf(comment.extend({ courseTitle: z.string() })),
  errors: [],
});
