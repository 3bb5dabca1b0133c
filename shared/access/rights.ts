/**
 * What a user may open, by where it came from. Keyed by order, so that granting twice changes nothing
 * and refunding one order never takes away what another has bought.
 */
export type Rights = {
  /** courseId → orderId → source */
  readonly courses: Readonly<Record<string, Readonly<Record<string, Source>>>>;
  /** orderId → segment; the end of a membership is a fold over these, never a stored date. */
  readonly membership: Readonly<Record<string, Segment>>;
};

/** `suspended` while a refund of it is under way, `revoked` after. */
export type SourceState = 'granted' | 'suspended' | 'revoked';

export type Source = { readonly state: SourceState; readonly at: number };

export type Segment = { readonly state: SourceState; readonly at: number; readonly days: number };

export const NO_RIGHTS: Rights = { courses: {}, membership: {} };

const DAY_MS = 24 * 60 * 60 * 1000;

/** The orders whose grant of a course stands now. */
export const standingSources = (rights: Rights, courseId: string): string[] =>
  Object.entries(rights.courses[courseId] ?? {})
    .filter(([, source]) => source.state === 'granted')
    .map(([orderId]) => orderId);

/** A stretch of a membership that one order bought: from when up to when it runs, in epoch ms. */
export type Run = { readonly orderId: string; readonly from: number; readonly until: number };

/**
 * The stretches of a membership that stand, in order. They follow one another as they were paid, each beginning when
 * the one before ends: whatever order callbacks came in.
 */
export const runsOf = (membership: Rights['membership']): Run[] => {
  const standing = Object.entries(membership)
    .filter(([, segment]) => segment.state === 'granted')
    .sort(([a, first], [b, second]) => first.at - second.at || (a < b ? -1 : 1));
  let end = 0;
  return standing.map(([orderId, { at, days }]) => {
    const from = Math.max(end, at);
    end = from + days * DAY_MS;
    return { orderId, from, until: end };
  });
};

/** When a membership ends, in epoch ms; undefined when there is none. */
export const membershipEnd = (rights: Rights): number | undefined =>
  runsOf(rights.membership).at(-1)?.until;

/** The stretch of a membership that runs at a moment; undefined when none does. */
export const runAt = (rights: Rights, now: number): Run | undefined =>
  runsOf(rights.membership).find(({ from, until }) => from <= now && now < until);

export const isMember = (rights: Rights, now: number): boolean =>
  now < (membershipEnd(rights) ?? 0);

/** Why a course is open to someone, or undefined when it is not. */
export const reasonToOpen = (
  rights: Rights,
  course: { readonly courseId: string; readonly memberFree: boolean },
  now: number,
): 'bought' | 'member' | undefined => {
  if (standingSources(rights, course.courseId).length > 0) return 'bought';
  return course.memberFree && isMember(rights, now) ? 'member' : undefined;
};
