import type { User } from '../accounts/user';
import type { Affiliate } from './order';
import type { Quote } from './quote';

/** Somebody whose link a buyer came by, and the sale they would earn by. */
type Referral = {
  readonly affiliate: User;
  readonly buyer: User;
  readonly quote: Pick<Quote, 'item' | 'teacherId'>;
};

/** Who earns nothing by a sale. Money of memberships is divided among teachers as it is used up (E15). */
const EXCEPTIONS: readonly ((referral: Referral) => boolean)[] = [
  ({ affiliate, buyer }) => affiliate._id === buyer._id,
  ({ affiliate, quote }) => affiliate._id === quote.teacherId,
  ({ affiliate }) => affiliate.erasedAt !== undefined,
  ({ quote }) => quote.item.kind !== 'course',
];

/** Who earns by bringing a buyer, and how much, as an order freezes it (X31); undefined where nobody does. */
export const affiliateOf = (
  { affiliate, ...sale }: Omit<Referral, 'affiliate'> & { readonly affiliate: User | undefined },
  share: number,
): Affiliate | undefined => {
  if (!affiliate || share === 0) return undefined;
  const isExcepted = EXCEPTIONS.some((applies) => applies({ affiliate, ...sale }));
  return isExcepted ? undefined : { userId: affiliate._id, share };
};
