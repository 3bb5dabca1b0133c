import type { Run } from '../../shared/access/rights';
import { one, type Database, type Read } from '../database';
import { monthOf, startOfMonth } from '../reconciliation/days';

/**
 * How long a membership was studied with in one month, by teacher; `_id` is made of both, so all devices of its member
 * meet here and no second counts twice.
 */
export type MemberStudy = {
  readonly _id: string;
  /** The order that bought the stretch of membership. */
  readonly orderId: string;
  /** In Beijing, `yyyy-mm`. */
  readonly month: string;
  /** Goes up by one with every stretch counted. */
  readonly version: number;
  /** Everything that counts lies between these two moments, epoch ms. */
  readonly since: number;
  readonly countedUntil: number;
  /** teacherId → ms of study, of the server's clock. */
  readonly teachers: Readonly<Record<string, number>>;
};

/** The collection it is kept in. */
export const MEMBER_STUDY = 'memberStudy';

/** The one document of a membership's order and a month. */
export const memberStudyId = (orderId: string, month: string): string => `${orderId}.${month}`;

/** The read of what was counted so far in the month of a moment. */
export const memberStudyAt = ({ orderId }: Run, at: number): Read<MemberStudy, false> =>
  one<MemberStudy>(MEMBER_STUDY, { _id: memberStudyId(orderId, monthOf(at)) });

/** A lesson that a membership opened was studied for so many ms up to a moment. */
export type Stretch = {
  readonly run: Run;
  readonly teacherId: string;
  readonly at: number;
  readonly ms: number;
  /** What was counted of the month when it was read last; absent while nothing was. */
  readonly known: MemberStudy | undefined;
};

/** Devices of one member that beat at the same moment: the later ones look again, so often. */
const ATTEMPTS = 4;

/**
 * Counts a stretch of study, as much of it as was not counted before: all of a member's stretches together are never
 * longer than the time that passed. Safe to repeat. Throws when other devices were faster every time.
 */
export const countStudy = async (db: Database, stretch: Stretch, attempt = 1): Promise<void> => {
  const grown = grownBy(stretch);
  if (!grown || (await keep(db, grown))) return;
  if (attempt >= ATTEMPTS) throw new Error(`${grown._id} is studied with on too many devices`);
  const known = await db.collection<MemberStudy>(MEMBER_STUDY).get(grown._id);
  await countStudy(db, { ...stretch, known }, attempt + 1);
};

/** A month of which nothing was counted yet; nothing before it or before the membership ran ever counts. */
const emptyMonth = ({ orderId, from }: Run, at: number): MemberStudy => {
  const month = monthOf(at);
  const start = Math.max(from, startOfMonth(month));
  const times = { since: start, countedUntil: start };
  return { _id: memberStudyId(orderId, month), orderId, month, version: 0, ...times, teachers: {} };
};

/** A month with one more stretch; undefined where all of it was counted already. */
const grownBy = ({ run, teacherId, at, ms, known }: Stretch): MemberStudy | undefined => {
  const before = known ?? emptyMonth(run, at);
  const start = Math.max(at - ms, before.countedUntil);
  if (start >= at) return undefined;
  const counted = before.teachers[teacherId] ?? 0;
  return {
    ...before,
    version: before.version + 1,
    since: known ? before.since : start,
    countedUntil: at,
    teachers: { ...before.teachers, [teacherId]: counted + at - start },
  };
};

/** Writes a month that has grown, if it is still as read. */
const keep = (db: Database, grown: MemberStudy): Promise<boolean> => {
  const studies = db.collection<MemberStudy>(MEMBER_STUDY);
  const { _id, version, countedUntil, teachers } = grown;
  if (version === 1) return studies.insertOnce(grown);
  return studies.updateIf(
    { _id, version: version - 1 },
    { set: { version, countedUntil, teachers } },
  );
};
