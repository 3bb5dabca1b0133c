import type { CommentStatus } from '../../shared/comments/machine';
import type { COMMENT_KINDS } from '../../shared/comments/contract';

export type CommentKind = (typeof COMMENT_KINDS)[number];

/** What someone wrote about a course, as it is stored. Taken down or taken back, it stays as a tombstone. */
export type StoredComment = {
  readonly _id: string;
  /** Goes up by one with every change. */
  readonly version: number;
  readonly courseId: string;
  /** Who teaches the course, and so finds it among their questions. */
  readonly teacherId: string;
  readonly kind: CommentKind;
  /** The comment this replies to; empty for one of its own. There are no replies to replies. */
  readonly parentId: string;
  /** 1 to 5; only ratings have them. */
  readonly stars?: number;
  readonly content: string;
  readonly status: CommentStatus;
  /** Whether everybody's lists show it; see `listedAs`. */
  readonly listed: boolean;
  readonly replied: boolean;
  /** Whether the teacher answered; only questions can be. */
  readonly answered: boolean;
  /** Its turn among the teacher's questions: larger comes first. See `turnOf`. */
  readonly turn: number;
  readonly userId: string;
  /** The author as they were when writing. */
  readonly author: Author;
  /** The request that wrote it and a fingerprint of what it asked: tells a repeat from another request. */
  readonly request: { readonly id: string; readonly asked: string };
  readonly at: number;
  readonly editedAt?: number;
  /** Why and by whom it was taken down or shown. */
  readonly decision?: { readonly by: string; readonly reason: string; readonly at: number };
};

export type Author = {
  readonly nickname: string;
  readonly avatar?: string;
  readonly teacher: boolean;
  readonly owner: boolean;
};

/** Everybody sees what is visible, and the tombstone of what others replied to. */
export const listedAs = (status: CommentStatus, replied: boolean): boolean =>
  status === 'visible' || (status === 'deleted' && replied);

/** More than any moment, so that what waits for an answer comes before all that does not. */
const WAITING = 10_000_000_000_000;

/** Unanswered questions first, and the newest first among them and among the rest. */
export const turnOf = ({
  kind,
  answered,
  at,
}: Pick<StoredComment, 'kind' | 'answered' | 'at'>): number =>
  kind === 'question' && !answered ? WAITING + at : at;
