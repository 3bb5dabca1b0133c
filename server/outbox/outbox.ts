import { atMost, one, type Database, type Document, type Read } from '../database';

/** A document that carries what is still to be done because of it: written in the same transaction as the reason. */
export type WithTodo = Document & {
  readonly todo: readonly string[];
  readonly todoAt?: number;
  /** Raised by each change of status, where there is one. */
  readonly seq?: number;
};

/** How long one run has a document for itself; after a crash the next run takes it. */
const TAKEN_MS = 2 * 60_000;

/** When to try again what did not work. */
const RETRY_MS = 5 * 60_000;

/**
 * A document as it was read. The time alone does not tell: a call that makes an order and settles it does both at one
 * moment, and what the second left to be done would be crossed off with the first.
 */
const asRead = ({ _id, seq }: WithTodo, todoAt: number) => ({
  _id,
  todoAt,
  ...(seq !== undefined && { seq }),
});

/** The part of a collection that is an outbox. */
export const outboxOf = <Doc extends WithTodo>(db: Database, collection: string) => {
  const documents = db.collection<Doc>(collection);
  return {
    /** Documents with something to do, longest waiting first. */
    due: (now: number, limit: number) =>
      documents.find({ todoAt: atMost(now) }, { orderBy: [['todoAt', 'asc']], limit }),

    /** Takes a document for one run; false when another run has it. */
    take: (doc: Doc, now: number) =>
      documents.updateIf(asRead(doc, doc.todoAt ?? 0), { set: { todoAt: now + TAKEN_MS } }),

    /** Crosses off what was done, unless more came meanwhile; then all of it is looked at again, which is harmless. */
    crossOff: (doc: Doc, left: readonly string[], now: number) =>
      documents.updateIf(
        asRead(doc, now + TAKEN_MS),
        left.length > 0
          ? { set: { todo: left, todoAt: now + RETRY_MS } }
          : { set: { todo: [] }, unset: ['todoAt'] },
      ),
  };
};

/** The read of a document that has something to do, if there is one. */
export const dueOne = (collection: string, now: number): Read<WithTodo, false> =>
  one<WithTodo>(collection, { todoAt: atMost(now) });
