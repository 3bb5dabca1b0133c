import { MOST_PLANS } from '../../shared/shop/fields';
import { WHOLE_PRICE } from '../../shared/shop/shares';
import { fail, ok } from '../../shared/result';
import type { Arrange } from './arrangement';
import type { MembershipPlan } from './settings';

/** Offers a membership, or changes what a new buyer of it gets; orders keep what they were made with. */
export const savePlan: Arrange<'savePlan'> = async (input, { plans }, { ids }) => {
  const { planId = ids.fresh('pln'), name, days, price, perks } = input;
  const plan: MembershipPlan = { planId, name, days, price, perks };
  if (input.planId === undefined) {
    return plans.length < MOST_PLANS ? ok({ plans: [...plans, plan] }) : fail('TOO_MANY_PLANS');
  }
  const isKnown = plans.some((each) => each.planId === planId);
  if (!isKnown) return fail('NOT_FOUND');
  return ok({ plans: plans.map((each) => (each.planId === planId ? plan : each)) });
};

/** Takes a membership off the shelf; whoever bought it keeps it. */
export const removePlan: Arrange<'removePlan'> = async ({ planId }, { plans }) => {
  const left = plans.filter((each) => each.planId !== planId);
  return left.length < plans.length ? ok({ plans: left }) : fail('NOT_FOUND');
};

/** Sets the rule of refunds and who has which share of a price, for orders to come. */
export const saveTerms: Arrange<'saveTerms'> = async ({
  refundRule,
  teacherShare,
  affiliateShare,
}) =>
  teacherShare.course + affiliateShare <= WHOLE_PRICE
    ? ok({ refundRule, teacherShare, affiliateShare })
    : fail('SHARES_EXCEED_PRICE');
