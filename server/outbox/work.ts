import type { Context } from '../context';
import { sweep, type Swept } from '../sweep';
import { outboxOf, type WithTodo } from './outbox';

/** Does one thing once: everything here may be repeated after a crash and comes out the same. */
export type Task<Doc> = (context: Context, doc: Doc, detail: string) => Promise<unknown>;

export type Tasks<Doc> = Readonly<Record<string, Task<Doc>>>;

/** As many as fit into one run. */
const BATCH = 100;

/** Does what the documents of a collection left to be done. What fails stays, and holds up nothing else. */
export const workOff = async <Doc extends WithTodo>(
  context: Context,
  collection: string,
  tasks: Tasks<Doc>,
): Promise<Swept> => {
  const { db, now } = context;
  const outbox = outboxOf<Doc>(db, collection);
  return sweep(context, {
    due: await outbox.due(now, BATCH),
    take: (doc: Doc) => outbox.take(doc, now),
    settle: async (doc) => {
      const left = await doAll(context, doc, tasks);
      await outbox.crossOff(doc, left, now);
    },
  });
};

/** Does everything on a document's list, side by side; gives what could not be done. */
const doAll = async <Doc extends WithTodo>(
  context: Context,
  doc: Doc,
  tasks: Tasks<Doc>,
): Promise<string[]> => {
  const entries = [...new Set(doc.todo)];
  const done = await Promise.all(entries.map((entry) => attempt(context, { doc, entry, tasks })));
  return entries.filter((_, at) => !done[at]);
};

const attempt = async <Doc extends WithTodo>(
  context: Context,
  { doc, entry, tasks }: { doc: Doc; entry: string; tasks: Tasks<Doc> },
): Promise<boolean> => {
  const [name = '', detail = ''] = entry.split(':');
  try {
    const task = tasks[name];
    if (!task) throw new Error(`nobody knows how to ${name}`);
    await task(context, doc, detail);
    return true;
  } catch (error) {
    const failed = { event: 'task failed', task: name, subject: doc._id, error: String(error) };
    context.log({ level: 'warn', ...failed });
    return false;
  }
};
