import type { Database } from '../database';
import { withinLimit, type Limit } from '../rateLimit';
import type { Ids } from '../ports';
import type { Claim } from './emailCodes';

/** For one address and for one person alike: nobody's mailbox is flooded, and nobody floods. */
const LIMITS: readonly Limit[] = [
  { calls: 1, minutes: 1 },
  { calls: 5, minutes: 60 },
];

/** Whether one more code may be mailed. Whatever is refused still counts. */
export const mayMailCode = async (
  { db, ids, now }: { db: Database; ids: Ids; now: number },
  { openid, email }: Claim,
): Promise<boolean> => {
  const subjects = [ids.sealed(`codes to ${email}`), ids.sealed(`codes for ${openid}`)];
  const verdicts = await Promise.all(
    subjects.flatMap((subject) =>
      LIMITS.map((limit) =>
        withinLimit(db, { subject: `code-${subject}-${limit.minutes}`, limit, now }),
      ),
    ),
  );
  return verdicts.every(Boolean);
};
