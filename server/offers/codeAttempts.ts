import type { Context } from '../context';
import { withinLimit, takeBack } from '../rateLimit';

/** Wrong codes in an hour: of one person, and of one address. */
const USER_LIMIT = { calls: 5, minutes: 60 };
const ADDRESS_LIMIT = { calls: 50, minutes: 60 };

type Attempt = Pick<Context, 'db' | 'ids' | 'now'> & {
  readonly userId: string;
  readonly clientIp: string;
};

const countsOf = ({ ids, userId, clientIp, now }: Attempt) => [
  { subject: `code-${userId}`, limit: USER_LIMIT, now },
  { subject: `code-${ids.sealed(clientIp)}`, limit: ADDRESS_LIMIT, now },
];

/** Takes an attempt for a failure before it is looked at, so that trying many at once gains nothing. */
export const beginAttempt = async (attempt: Attempt): Promise<boolean> => {
  const within = await Promise.all(
    countsOf(attempt).map((count) => withinLimit(attempt.db, count)),
  );
  return within.every(Boolean);
};

/** The code was right: the attempt is not counted. */
export const forgiveAttempt = async (attempt: Attempt): Promise<void> => {
  await Promise.all(countsOf(attempt).map((count) => takeBack(attempt.db, count)));
};
