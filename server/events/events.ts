import type { Role } from '../../shared/accounts/roles';
import type { EventName } from '../../shared/events/names';
import type { Database } from '../database';

/** Something that happened, as it was when it happened: appended once, never changed. Every figure is made of these. */
export type Event = {
  readonly _id: string;
  readonly name: EventName;
  /** Epoch ms, when the server heard of it: the time that counts. */
  readonly at: number;
  /** When it happened by the phone's clock; said for events that were sent later. */
  readonly clientAt?: number;
  readonly userId?: string;
  /** The WeChat identity, sealed: tells visitors apart without naming them. */
  readonly visitor?: string;
  readonly role?: Role;
  /** The platform's SOURCE chain of the call that reported it. */
  readonly via?: string;
  readonly page?: string | undefined;
  /** What it was about, such as a course or an order. */
  readonly subject?: string | undefined;
  /** Where the person came from, such as the code of a poster. */
  readonly source?: string | undefined;
  /** Fen. */
  readonly amount?: number;
};

type Happening = Omit<Event, '_id'> & { readonly eventId: string };

/** Appends an event once: the same `eventId` again changes nothing. False when it was there before. */
export const record = (db: Database, { eventId, ...event }: Happening): Promise<boolean> =>
  db.collection<Event>('events').insertOnce({ _id: eventId, ...event });
