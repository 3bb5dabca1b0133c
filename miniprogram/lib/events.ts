import { call, type Question } from './call';
import { requestId } from './requestId';

type Event = Question<'recordEvents'>['events'][number];

const BATCH = 20;
const SOON_MS = 4000;
/** What is kept while the network is away; the oldest go first. */
const KEPT = 200;

let waiting: Event[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes what happened on the phone. Sent in batches a few seconds later; an event counts once. */
export const recordEvent = (event: Pick<Event, 'name' | 'page' | 'subject' | 'source'>): void => {
  waiting = [...waiting, { ...event, eventId: requestId(), at: Date.now() }].slice(-KEPT);
  timer ??= setTimeout(flushEvents, SOON_MS);
};

/** Sends what waits. What could not be sent waits for the next event. */
export const flushEvents = async (): Promise<void> => {
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
  const events = waiting.slice(0, BATCH);
  if (!events.length) return;
  waiting = waiting.slice(BATCH);
  const reply = await call('recordEvents', { events });
  if (!reply.ok && reply.code === 'NETWORK') waiting = [...events, ...waiting].slice(-KEPT);
  else if (waiting.length) timer ??= setTimeout(flushEvents, SOON_MS);
};
