import { call, type Answer } from '../../lib/call';
import { recordEvent } from '../../lib/events';
import { requestId } from '../../lib/requestId';

const EVERY_MS = 10_000;

/** Where a learner is: seconds for video and audio, per mille of the text otherwise. */
export type Place = { readonly position: number; readonly length: number };

type Saved = (saved: Answer<'saveProgress'>) => void;

/** Keeps the place in one lesson, from opening to leaving it: one sitting. */
export type ProgressKeeper = {
  /** Notes the place; sent every ten seconds while it changes. */
  note(place: Place): void;
  /** Sends now what has not been sent, as when the page is hidden. */
  flush(): Promise<void>;
  /** Sends the rest and ends the sitting. */
  end(): void;
};

/** Begins a sitting. Someone who may not keep progress, as in a trial lesson, is asked no more after the first refusal. */
export const keepProgress = (lessonId: string, onSaved: Saved): ProgressKeeper => {
  const sitting = requestId();
  let latest: Place | undefined;
  let refused = false;
  let ended = false;

  const flush = async (): Promise<void> => {
    const place = latest;
    if (!place || refused) return;
    latest = undefined;
    recordEvent({ name: 'play_heartbeat', page: 'lesson', subject: lessonId });
    const reply = await call('saveProgress', { lessonId, sitting, ...place });
    if (reply.ok && !ended) onSaved(reply.data);
    if (reply.ok) return;
    if (reply.code === 'NETWORK') latest ??= place;
    else refused = true;
  };

  const timer = setInterval(() => void flush(), EVERY_MS);
  return {
    note: (place) => {
      latest = place;
    },
    flush,
    end: () => {
      clearInterval(timer);
      ended = true;
      void flush();
    },
  };
};
