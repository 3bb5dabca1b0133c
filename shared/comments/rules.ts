/** What someone is to a course. A teacher of another course is a learner here. */
export type Standing = {
  readonly teacher: boolean;
  readonly admin: boolean;
  /** May open it, by purchase or membership. */
  readonly owner: boolean;
};

/** What someone is about to write. A reply to one's own question counts as going on asking. */
export type Posting = 'comment' | 'question' | 'rating' | 'reply' | 'replyToSelf';

/** Who may write what: asking is free to every user, so that one can ask before buying. */
const MAY_POST: Readonly<Record<Posting, (standing: Standing) => boolean>> = {
  comment: ({ teacher, admin, owner }) => teacher || admin || owner,
  question: () => true,
  rating: ({ teacher, owner }) => owner && !teacher,
  reply: ({ teacher, admin, owner }) => teacher || admin || owner,
  replyToSelf: () => true,
};

/** Whether someone may write this about a course. */
export const mayPost = (posting: Posting, standing: Standing): boolean =>
  MAY_POST[posting](standing);
