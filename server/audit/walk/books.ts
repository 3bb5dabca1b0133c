import { REFUNDS_UNDER_WAY } from '../../../shared/refunds/machine';
import { above, many, oneOf, type Document, type Where } from '../../database';
import type { Violation } from '../check';
import { earnersOf, total } from '../fold';
import { auditBooks } from '../shop';
import { balancesNow } from './journal';
import { auditUnkept, payoutsUnderWay } from './payouts';
import { inBoth, MOST, readMany, whole, type Ground, type Place, type Stage } from './stage';

type Summed = Document & Readonly<Record<string, number>>;

/** The sum of a field over all documents that are so. */
const sumOver = async (
  ground: Ground,
  { collection, where, field }: { collection: string; where: Where; field: string },
): Promise<number> => {
  let sum = 0;
  for (let after: string | undefined = ''; after !== undefined;) {
    const options = { orderBy: [['_id', 'asc']], limit: MOST, fields: [field] } as const;
    const read = many<Summed>(collection, { ...where, _id: above(after) }, options);
    const page: Summed[] = await readMany(ground, read);
    sum += total(page, (doc) => doc[field] ?? 0);
    after = page.length === MOST ? page.at(-1)?._id : undefined;
  }
  return sum;
};

const auditOnce = async (ground: Ground, place: Place): Promise<Violation[]> => {
  const [balances, suspense, owed, payouts] = await Promise.all([
    balancesNow(ground, place.balances),
    sumOver(ground, { collection: 'differences', where: { status: 'open' }, field: 'suspense' }),
    sumOver(ground, {
      collection: 'refunds',
      where: { status: oneOf(REFUNDS_UNDER_WAY) },
      field: 'amount',
    }),
    payoutsUnderWay(ground),
  ]);
  const inTransit = total(whole(payouts), ({ amount }) => amount);
  const file = { balances, suspense, owed, inTransit };
  return [
    ...auditBooks(file, { now: ground.now, quiet: true }),
    ...(await auditUnkept(ground, earnersOf(Object.keys(balances)), place)),
  ];
};

/** The books as a whole, once everything else was looked at; read twice when they look wrong. */
export const BOOKS: Stage = {
  name: 'books',
  page: async (ground, place) => {
    const suspected = await auditOnce(ground, place);
    const violations =
      suspected.length === 0 ? [] : inBoth(suspected, await auditOnce(ground, place));
    return { violations, looked: 1 };
  },
};
