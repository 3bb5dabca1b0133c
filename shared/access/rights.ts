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

/**
 * When a membership ends, in epoch ms; undefined when there is none. Segments follow one another in the
 * order they were paid, each beginning when the one before ends: whatever order callbacks came in.
 */
export const membershipEnd = (rights: Rights): number | undefined => {
  const standing = Object.entries(rights.membership)
    .filter(([, segment]) => segment.state === 'granted')
    .sort(([a, first], [b, second]) => first.at - second.at || (a < b ? -1 : 1));
  return standing.reduce<number | undefined>(
    (end, [, segment]) => Math.max(end ?? 0, segment.at) + segment.days * DAY_MS,
    undefined,
  );
};

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
