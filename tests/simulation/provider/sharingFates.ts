import type { Agenda, ProviderWorld } from './world';

const MINUTE = 60_000;

/** What becomes of a sharing: after a while its receiver has the money, or WeChat closes it. */
export const beginSharing = (number: string, { book, fortune }: ProviderWorld, agenda: Agenda) => {
  const sharing = book.sharings.get(number);
  if (!sharing) return;
  const isClosed = fortune.strikes('sharingClosed', number);
  const wait = 5000 + fortune.roll(`sharing/${number}`) * 10 * MINUTE;
  agenda.after(wait, `sharing ${number} ends`, () => {
    sharing.result = isClosed ? 'CLOSED' : 'SUCCESS';
  });
};
