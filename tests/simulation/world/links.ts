import { AFFILIATE, LEARNERS, TEACHER, userIdOf } from './cast';
import type { Act } from './script';

/** The learner who comes so many places after another. */
const after = (who: string, places: number): string =>
  LEARNERS[(LEARNERS.findIndex((each) => each === who) + places) % LEARNERS.length] ?? who;

type Link = (who: string) => string | undefined;
const none: Link = () => undefined;

/** Whose link of a course somebody comes by; mostly nobody's, and at times of one who may not earn by it. */
const LINKS: readonly Link[] = [
  ...[none, none, none, none],
  (who) => userIdOf(after(who, 1)),
  (who) => userIdOf(after(who, 2)),
  () => userIdOf(AFFILIATE),
  (who) => userIdOf(who),
  () => userIdOf(TEACHER),
  () => 'usr_nobody',
];

/** The details of an act that say whose link it is, by name. */
export const BY = {
  friend: 0.45,
  another: 0.55,
  affiliate: 0.65,
  oneself: 0.75,
  teacher: 0.85,
} as const;

/** Whose link somebody came by, as `createOrder` is told. */
export const linkOf = ({ who, details }: Act): { readonly affiliateId?: string } => {
  const affiliateId = LINKS[Math.floor((details[6] ?? 0) * LINKS.length)]?.(who);
  return affiliateId === undefined ? {} : { affiliateId };
};
