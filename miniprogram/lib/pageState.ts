import type { Refusal } from './call';

/**
 * What leads on from a page that cannot be shown: trying again, which a lost network does by itself once it is
 * back; becoming a user first; or leaving, where trying again would bring the same answer.
 */
export type WayOn = 'retry' | 'reconnect' | 'login' | 'leave';

/** What `page-state` shows: part of every page's data that loads something. */
export type PageState = { status: 'loading' | 'ready' | 'failed'; message: string; way: WayOn };

/** The state a page starts in: its skeleton. */
export const loading: PageState = { status: 'loading', message: '', way: 'retry' };

/** The content is there. */
export const ready: PageState = { status: 'ready', message: '', way: 'retry' };

const WAYS: Partial<Record<Refusal['code'], WayOn>> = {
  NETWORK: 'reconnect',
  NOT_LOGGED_IN: 'login',
  INTERNAL: 'retry',
  RATE_LIMITED: 'retry',
  CHANGED_MEANWHILE: 'retry',
  PAYMENT_PROVIDER_BUSY: 'retry',
};

/** Nothing to show, with the reason and a way on. */
export const failed = ({ code, message }: Pick<Refusal, 'code' | 'message'>): PageState => ({
  status: 'failed',
  message,
  way: WAYS[code] ?? 'leave',
});
