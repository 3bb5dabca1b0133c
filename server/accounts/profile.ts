import type { getMe } from '../../shared/accounts/contract';
import { isMember, membershipEnd } from '../../shared/access/rights';
import type { Output } from '../../shared/contract';
import type { User } from './user';

type Profile = NonNullable<Output<typeof getMe>['me']>;

/** A user as they see themselves. */
export const profileOf = (user: User, now: number): Profile => {
  const until = membershipEnd(user.rights);
  return {
    userId: user._id,
    role: user.role,
    nickname: user.nickname,
    introduction: user.introduction,
    joinedAt: user.joinedAt,
    ...(user.avatar && { avatar: user.avatar }),
    ...(user.username && { username: user.username }),
    ...(user.email && { email: user.email }),
    ...(until !== undefined && isMember(user.rights, now) && { member: { until } }),
  };
};
