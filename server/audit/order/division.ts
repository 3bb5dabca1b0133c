import type { JournalEntry } from '../../journal/journal';
import type { Order } from '../../orders/order';
import { differs, unless, type Check } from '../check';
import { foldOf, sumOf, total } from '../fold';
import type { OrderCase } from './orderCase';

type Part = NonNullable<JournalEntry['division']>['parts'][number];

const amountOf = ({ amount }: Part): number => amount;
const timeOf = ({ ms }: Part): number => ms;

/** A period that was reckoned, with its parts; before there were any, all of it was the platform's. */
type Period = { readonly entry: JournalEntry; readonly parts: readonly Part[] };

const periodsOf = ({ entries }: OrderCase): Period[] =>
  entries
    .filter(({ kind }) => kind === 'membershipEarned')
    .map((entry) => ({ entry, parts: entry.division?.parts ?? [] }));

/** The parts of a period that must have been credited by now. */
const dueOf = ({ dividing }: Order, { entry, parts }: Period): Part[] => {
  const money = parts.filter(({ amount }) => amount > 0);
  return dividing?.entryId === entry._id ? money.slice(0, dividing.credited) : money;
};

/** What teachers have been given of a membership: nothing that is asked back later changes it. */
export const creditedOf = (file: OrderCase): number =>
  total(periodsOf(file), (period) => total(dueOf(file.order, period), amountOf));

/** The teachers that a membership was divided among. */
export const dividedAmong = (file: OrderCase): ReadonlySet<string> =>
  new Set(periodsOf(file).flatMap(({ parts }) => parts.map(({ teacherId }) => teacherId)));

/** `share × ms / all`, rounded down; what the entry says must come to the same. */
const partOf = (share: number, ms: number, all: number): number =>
  Number((BigInt(share) * BigInt(ms)) / BigInt(all));

/** What was used up is divided by the frozen share and the time, to the fen, and the lines say so. */
const findDivision = (file: OrderCase): string[] =>
  periodsOf(file).flatMap(({ entry, parts }) => {
    const balances = foldOf([entry]);
    const used = balances['membershipPool'] ?? 0;
    const share = Math.floor((used * file.order.teacherShare) / 10_000);
    const all = total(parts, timeOf);
    const wrong = parts.flatMap(({ teacherId, ms, amount }) =>
      differs(`the part of ${teacherId}`, { is: amount, wanted: partOf(share, ms, all) }),
    );
    const theirs = total(parts, amountOf);
    return [
      ...wrong,
      ...differs('what its teachers are due', {
        is: -(balances['teachersDue'] ?? 0) || 0,
        wanted: theirs,
      }),
      ...differs('what the platform earned', {
        is: -(balances['revenue:membership'] ?? 0) || 0,
        wanted: used - theirs,
      }),
    ];
  });

const creditsOf = ({ entries }: OrderCase): JournalEntry[] =>
  entries.filter(({ kind }) => kind === 'membershipCredited');

/** Every part was credited once, to its teacher and in full, and nothing else was. */
const findCredits = (file: OrderCase): string[] => {
  const credits = creditsOf(file);
  const due = periodsOf(file).flatMap((period) =>
    dueOf(file.order, period).map((part) => ({ ...part, after: period.entry._id })),
  );
  const wrong = due.flatMap(({ teacherId, amount, after }) => {
    const own = credits.filter(
      (each) => each.after === after && each.earnerIds?.includes(teacherId),
    );
    const given = -sumOf(foldOf(own), `earner:${teacherId}:`) || 0;
    return [
      ...differs(`credits of ${teacherId}`, { is: own.length, wanted: 1 }),
      ...differs(`what ${teacherId} was given`, { is: given, wanted: amount }),
    ];
  });
  return [...wrong, ...differs('credits', { is: credits.length, wanted: due.length })];
};

/** What waits for its teachers is what is still to be credited. */
const findDue = (file: OrderCase): string[] => {
  const periods = periodsOf(file);
  const divided = total(periods, ({ parts }) => total(parts, amountOf));
  return differs('what waits for teachers', {
    is: -(foldOf(file.entries)['teachersDue'] ?? 0) || 0,
    wanted: divided - creditedOf(file),
  });
};

/** No more time was paid for than the server measured. */
const findTime = (file: OrderCase): string[] => {
  const { studies } = file;
  if (!studies) return [];
  const parts = periodsOf(file).flatMap((period) => period.parts);
  return [...dividedAmong(file)].flatMap((teacherId) => {
    const paid = total(
      parts.filter((part) => part.teacherId === teacherId),
      timeOf,
    );
    const measured = total(studies, ({ teachers }) => teachers[teacherId] ?? 0);
    return unless(
      paid <= measured,
      `${paid} ms with ${teacherId} count, ${measured} were measured`,
    );
  });
};

/** How what was used up of a membership reaches the teachers its member studied with. */
export const DIVISION_CHECKS: readonly Check<OrderCase>[] = [
  { id: 'INV11', find: findDivision },
  { id: 'INV11', find: findCredits },
  { id: 'INV11', find: findDue },
  { id: 'INV34', find: findTime },
];
