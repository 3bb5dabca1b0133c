import { ADMINS } from './cast';
import type { Act } from './script';
import type { Stage } from './stage';

/** Which of the two admins does what a story tells of one. */
export const adminOf = ({ details }: Act): string => ADMINS[(details[0] ?? 0) < 0.5 ? 0 : 1];

/** An admin says something on the money pages; ends when there is an answer, or none. */
export const asAdmin = (stage: Stage, openid: string, event: object) =>
  stage.call('manageMoney', event, { openid, source: 'wx_client' }).ended;
