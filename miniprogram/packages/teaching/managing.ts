import { call, type Answer, type Question, type Refusal } from '../../lib/call';

type Offers = Answer<'manageOffers'>;
export type ManagedOffers<Kind extends Offers['kind']> = Extract<Offers, { kind: Kind }>;

/** Manages coupons and batches of codes. Lists answer with their kind, a new batch with its codes. */
export const manageOffers = async <Kind extends Offers['kind']>(
  question: Question<'manageOffers'>,
): Promise<{ readonly ok: true; readonly data: ManagedOffers<Kind> } | Refusal<'manageOffers'>> =>
  (await call('manageOffers', question)) as
    { readonly ok: true; readonly data: ManagedOffers<Kind> } | Refusal<'manageOffers'>;
