/** What a phone may report. */
export const CLIENT_EVENTS = ['app_show', 'page_view', 'play_heartbeat', 'share'] as const;

/** What happens on the server and is recorded there; a phone cannot claim these. */
export const SERVER_EVENTS = [
  'order_create',
  'order_paid',
  'order_refunded',
  'comment_post',
] as const;

export const EVENT_NAMES = [...CLIENT_EVENTS, ...SERVER_EVENTS] as const;
export type EventName = (typeof EVENT_NAMES)[number];
