import type { Context } from '../context';
import type { Event } from './events';

type Witness = Pick<Event, 'at' | 'userId' | 'visitor' | 'role' | 'via'>;

/** Who made something happen, and when the server heard of it: what every event says beside itself. */
export const witness = ({
  caller,
  ids,
  now,
}: Pick<Context, 'caller' | 'ids' | 'now'>): Witness => ({
  at: now,
  via: caller.source,
  ...(caller.openid && { visitor: ids.sealed(caller.openid) }),
  ...(caller.user && { userId: caller.user._id, role: caller.user.role }),
});
