import type { Refusal } from './call';

/** What `page-state` shows: part of every page's data that loads something. */
export type PageState = { status: 'loading' | 'ready' | 'failed'; message: string };

/** The state a page starts in: its skeleton. */
export const loading: PageState = { status: 'loading', message: '' };

/** The content is there. */
export const ready: PageState = { status: 'ready', message: '' };

/** Nothing to show, with the reason. */
export const failed = (refusal: Pick<Refusal, 'message'>): PageState => ({
  status: 'failed',
  message: refusal.message,
});
