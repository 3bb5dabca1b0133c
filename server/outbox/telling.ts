import type { Context } from '../context';
import { tell } from '../notices/notices';

/** A notice in the mini-program, and the message of WeChat that goes with it where the buyer asked for one. */
export type Telling = {
  /** What it is about and what happened: once told, never told again. */
  readonly about: readonly [subject: string, happening: string];
  readonly userId: string;
  readonly title: string;
  readonly body: string;
  readonly page: string;
  readonly message?: {
    readonly openid: string;
    readonly template: 'paid' | 'refunded';
    readonly fields: Readonly<Record<string, string>>;
  };
};

/** The longest that WeChat takes for a `thing` of a subscribe message. */
const THING_LENGTH = 20;

/** A text as a `thing` of a subscribe message. */
export const asThing = (text: string): string => [...text].slice(0, THING_LENGTH).join('');

/**
 * Tells a user something once. The message follows only the first telling, so a crash in between loses a message
 * rather than sending it twice.
 */
export const tellOnce = async (
  { db, ids, now, messages }: Context,
  { about, message, ...notice }: Telling,
): Promise<void> => {
  const told = await tell(db, { noticeId: ids.derived('ntc', ...about), ...notice, at: now });
  if (told && message) await messages.send({ ...message, page: notice.page });
};

/** Where a buyer looks at an order. */
export const orderPage = (orderId: string): string =>
  `packages/buying/pages/order/index?orderId=${orderId}`;

export const TEACHER_ORDERS_PAGE = 'packages/teaching/pages/orders/index';
export const TEACHER_REFUNDS_PAGE = 'packages/teaching/pages/refunds/index';
export const EARNINGS_PAGE = 'packages/account/pages/earnings/index';
